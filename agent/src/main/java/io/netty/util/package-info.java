/**
 * What stands in the agent's jar in place of the classes of Netty that have these names. Its native
 * half needs them, and the originals set up all that Netty knows of the platform: memory by foreign
 * functions, the beans of the JVM, the network interfaces. That took 100 ms at the first wait for a
 * descriptor, and 14 MB.
 */
package io.netty.util;
