package org.greenagent.hub;

import org.greenagent.vthread.VirtualThreads;

/**
 * What becomes of a throwable that a part of a hub lets out: it is reported, the hub goes on.
 *
 * <p>Not so an {@link OutOfMemoryError}: the program is full, and on the stock JDK nobody but the
 * program would say so. Then whoever catches it must not need memory either, and the first time
 * that a constant is used or a class is named in a handler may. So the place is an object here, and
 * the classes are named beforehand.
 *
 * <p>Threads: any. Blocks: never.
 */
enum HubErrors {
  /** A hub between two tasks. */
  HUB("hub"),

  /** A poll that fails. */
  POLL("hub cannot poll"),

  /** A task or a timer. */
  TASK("task"),

  /** Those that are made ready by a descriptor or a monitor. */
  READINESS("readiness"),

  /** The thread that watches the hubs. */
  MONITOR("monitor"),

  /** The thread that tells what that saw. */
  WATCH("watch");

  static {
    try {
      throw new OutOfMemoryError();
    } catch (Throwable rehearsed) {
      thrown(Thread.currentThread(), rehearsed);
    }
  }

  private final String where;

  HubErrors(String where) {
    this.where = where;
  }

  /** What a virtual thread lets out is kept quiet, as by the stock JDK's scheduler. */
  static void thrown(Runnable task, Throwable thrown) {
    if (task.getClass() != VirtualThreads.CONTINUATION) {
      TASK.report(thrown);
    }
  }

  /** One line and the trace to stderr. Never throws. */
  void report(Throwable thrown) {
    try {
      if (!(thrown instanceof OutOfMemoryError)) {
        say(thrown);
      }
    } catch (Throwable again) {
      // no memory or no stack left to say it: the hub matters more
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private void say(Throwable thrown) {
    System.err.println("green: " + where + ": " + thrown);
    thrown.printStackTrace();
  }
}
