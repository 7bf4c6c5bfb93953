package org.greenagent.hub;

/**
 * What a hub does at one moment, and what it has counted. The parts are read one after the other,
 * while the hub goes on.
 *
 * @param name its name
 * @param asleep whether it had nothing to do
 * @param ready about how many greenlets and tasks wait for their turn
 * @param timers about how many timers it has
 * @param descriptors how many descriptors are in its poll
 * @param switches how many times it ran a task
 * @param wakeups how many times it fell asleep and woke
 * @param waits how many times a greenlet waited for a descriptor
 * @param handoffs how many times it moved to another OS thread
 * @param busyNanos for how long it has not slept
 * @param sleptNanos for how long it has slept
 * @param carrier the name of the OS thread under it
 * @param running the virtual thread that it runs; null when there is none, or it is not known
 */
public record HubState(
    String name,
    boolean asleep,
    int ready,
    int timers,
    int descriptors,
    long switches,
    long wakeups,
    long waits,
    long handoffs,
    long busyNanos,
    long sleptNanos,
    String carrier,
    Thread running) {}
