package org.greenagent.hub;

import org.greenagent.vthread.VirtualThreads;

/** What becomes of a throwable that a task of a hub lets out: it is reported, the hub goes on. */
final class HubErrors {

  private HubErrors() {}

  /** What a virtual thread lets out is kept quiet, as by the stock JDK's scheduler. */
  static void thrown(Runnable task, Throwable thrown) {
    if (task.getClass() != VirtualThreads.CONTINUATION) {
      report("task", thrown);
    }
  }

  /** One line and the trace to stderr. Never throws. */
  @SuppressWarnings("CatchAndPrintStackTrace")
  static void report(String where, Throwable thrown) {
    try {
      System.err.println("green: " + where + ": " + thrown);
      thrown.printStackTrace();
    } catch (Throwable again) {
      // no memory or no stack left to say it: the hub matters more
    }
  }
}
