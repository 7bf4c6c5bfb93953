package org.greenagent.event;

import java.util.List;

/**
 * A greenlet that runs without a pause.
 *
 * @param number tells it from others
 * @param hub the name of the hub that it ran on at first
 * @param reason why the hub was moved away from it; null: it was not
 * @param holder the thread, as the program knows it; null when this JDK does not tell
 * @param site what starts such threads, see {@link Sites#of}
 * @param heldNanos for how long it has been seen to run
 * @param over whether it has paused then
 * @param stack what it was seen to do, innermost frame first
 */
public record Stall(
    long number,
    String hub,
    Reason reason,
    Thread holder,
    String site,
    long heldNanos,
    boolean over,
    List<StackTraceElement> stack) {}
