/**
 * Two servers that send back what they receive: one with a thread a connection, one with a
 * selector.
 */
package example.echo;
