/**
 * What is told about hand-offs: counters, which are always there, and an event of the JDK's flight
 * recorder while that records. Knows nothing of hubs. Nothing here waits: it is called on carriers
 * in any state.
 */
package org.greenagent.event;
