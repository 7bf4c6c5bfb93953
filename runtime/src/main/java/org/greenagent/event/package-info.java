/**
 * What is told about hubs and greenlets: counters, which are always there, and events of the JDK's
 * flight recorder while that records. Knows nothing of hubs. Nothing here waits: it is called on
 * carriers in any state.
 */
package org.greenagent.event;
