/**
 * Queues between greenlets, and between greenlets and OS threads. Who waits is served in order of
 * arrival and gets what it waits for handed over, so that nobody overtakes. Each is a {@link
 * java.util.concurrent.BlockingQueue}; null cannot be put.
 */
package org.greenagent.queue;
