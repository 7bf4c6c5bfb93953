package org.greenagent.hub;

/**
 * Which greenlets compute for long each time that they are run, as far as was measured. Hot.
 *
 * <p>A greenlet is known by its task, which is the same each time. It has a place by the hash of
 * that, which it may lose to another one: then it counts as one that does not compute.
 *
 * <p>Threads: any. Nothing is atomic: what is lost when two write the same place is a count, and a
 * wrong answer costs time and nothing else. Blocks: never.
 */
final class ComputeMarks {
  private static final int PLACES = 512;

  /** From so many long turns on, less the short ones, it is one of them; no more are counted. */
  private static final int MANY = 3;

  private static final int MOST = 5;

  private final Mark[] places = new Mark[PLACES];

  /** Whether there are any. */
  volatile boolean any;

  /** Whether somebody is remembered. */
  volatile boolean kept;

  /** What is known of one. */
  static final class Mark {
    final Runnable task;
    int turns; // long ones, less short ones
    boolean seen; // since it was last aged

    Mark(Runnable task) {
      this.task = task;
    }
  }

  /** Whether that is the task of one of them. */
  boolean computes(Runnable task) {
    Mark mark = places[place(task)];
    return mark != null && mark.task == task && mark.turns >= MANY;
  }

  /** The task has run for so long that the hub was taken from it. */
  void wasLong(Runnable task) {
    int place = place(task);
    Mark mark = places[place];
    if (mark == null || mark.task != task) {
      if (mark != null && mark.turns > 0) {
        mark.turns--;
        return;
      }
      try {
        mark = new Mark(task);
      } catch (OutOfMemoryError full) {
        return; // it is not remembered, and its hub, if it has one yet, goes on
      }
      places[place] = mark;
    }
    mark.seen = true;
    if (!kept) {
      kept = true;
    }
    if (mark.turns < MOST) {
      mark.turns++;
    }
    if (mark.turns >= MANY && !any) {
      any = true;
    }
  }

  /** The task has not run for long. */
  void wasShort(Runnable task) {
    Mark mark = places[place(task)];
    if (mark != null && mark.task == task && mark.turns > 0) {
      mark.turns--;
    }
  }

  /** Forgets those that have not computed since it was last called. */
  void age() {
    kept = false;
    boolean some = false;
    boolean remembered = false;
    for (int i = 0; i < PLACES; i++) {
      Mark mark = places[i];
      if (mark != null && mark.seen) {
        mark.seen = false;
        remembered = true;
        some |= mark.turns >= MANY;
      } else if (mark != null) {
        places[i] = null;
      }
    }
    any = some;
    if (remembered) {
      kept = true;
    }
  }

  private static int place(Runnable task) {
    return System.identityHashCode(task) & PLACES - 1;
  }
}
