/** A server whose answers come from a database, through a pool of connections. */
package example.jdbc;
