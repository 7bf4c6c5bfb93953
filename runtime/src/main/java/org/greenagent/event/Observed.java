package org.greenagent.event;

/** A hub, as the flight recorder sees it. Threads: any. Blocks: never. */
public interface Observed {
  /** Its name. */
  String name();

  /** How many tasks it has run. */
  long switches();

  /** How many wait to be run, about. */
  int waiting();

  /** How many timers it has, about. */
  int timers();

  /** How many descriptors its poll has. */
  int descriptors();

  /** For how long it has slept, in nanoseconds. */
  long sleptNanos();

  /** Has {@code note} done soon, on a thread where it may be recorded: that of a hub drops some. */
  void later(Runnable note);

  /** Runs {@code probe} like anything that becomes ready. */
  void probe(Runnable probe);
}
