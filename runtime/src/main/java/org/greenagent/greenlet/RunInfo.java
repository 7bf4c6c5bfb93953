package org.greenagent.greenlet;

import java.io.PrintStream;
import java.util.Map;

/**
 * What all threads and greenlets do now, as text for people. A dump of the JVM shows the same of
 * every greenlet, also of those that are not tracked.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class RunInfo {
  private RunInfo() {}

  /** All threads with their traces, and the {@link GreenletTree#forest}, if it is tracked. */
  public static String format() {
    StringBuilder text = new StringBuilder("threads\n");
    for (Map.Entry<Thread, StackTraceElement[]> one : Thread.getAllStackTraces().entrySet()) {
      text.append("+-- ").append(one.getKey()).append('\n');
      for (StackTraceElement frame : one.getValue()) {
        text.append("|   at ").append(frame).append('\n');
      }
    }
    text.append("greenlets\n");
    try {
      GreenletTree.forest().forEach(tree -> text.append(tree.format()));
    } catch (IllegalStateException notTracked) {
      text.append(notTracked.getMessage()).append('\n');
    }
    return text.toString();
  }

  /** Prints that. */
  public static void print(PrintStream to) {
    to.print(format());
  }
}
