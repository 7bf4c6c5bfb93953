package org.greenagent.event;

/**
 * One move of a hub to another OS thread. Immutable.
 *
 * @param hub the name of the hub
 * @param reason why it was moved
 * @param holder the thread, as the program knows it, that held the hub; null when none did, or when
 *     this JDK does not tell
 * @param site what starts such threads, see {@link Sites#of}
 * @param heldNanos for how long it was seen to hold the hub; 0 when it gave the hub away by itself
 */
public record Handoff(String hub, Reason reason, Thread holder, String site, long heldNanos) {}
