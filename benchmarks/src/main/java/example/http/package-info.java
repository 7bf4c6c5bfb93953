/**
 * The servers that are compared: an ordinary program with a thread a connection, and the same by
 * hand on Netty.
 */
package example.http;
