package org.greenagent.management;

/** One hub. What is counted is counted from the start of the program. */
public interface HubMXBean {
  /** The hub's name. */
  String getName();

  /** Whether it has nothing to do just now. */
  boolean isAsleep();

  /** About how many greenlets wait for their turn. */
  int getReady();

  /** About how many timers it has: sleeps and waits that end by themselves. */
  int getTimers();

  /** How many sockets, pipes and selectors are in its poll. */
  int getDescriptors();

  /** How many times it ran a greenlet or a task. */
  long getSwitches();

  /** How many times it fell asleep and woke. */
  long getWakeups();

  /** How many times a greenlet waited for a descriptor. */
  long getIoWaits();

  /** How many times it moved to another OS thread. */
  long getHandoffs();

  /** For how long it has not slept, in nanoseconds. */
  long getBusyNanos();

  /** For how long it has slept, in nanoseconds. */
  long getSleptNanos();

  /** The name of the OS thread that serves it. */
  String getCarrier();

  /** The name and id of the thread that it runs just now; empty when there is none. */
  String getRunning();
}
