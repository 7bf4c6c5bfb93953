/** What the library's own things cost beside those of the JDK: switch, spawn, queues, sleepers. */
package example.library;
