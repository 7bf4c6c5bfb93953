/** Servers of other protocols than HTTP, each with a thread a client. */
package example.net;
