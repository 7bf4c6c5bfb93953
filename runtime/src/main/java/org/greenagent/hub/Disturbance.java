package org.greenagent.hub;

import java.util.function.Consumer;

/**
 * What others throw at a thread that waits in no way of this library, for a descriptor or in the
 * JDK. The greenlets say what is thrown, and the agent how a thread is interrupted for it without a
 * channel being closed.
 *
 * <p>A wait for a descriptor looks here only after it saw the interrupt, so it costs nothing
 * before.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Disturbance {
  // writes: the class that has greenlets, once; null before
  private static volatile Thrown thrown;

  // writes: the thread that starts the agent, once; null without it
  private static volatile Consumer<Thread> interrupter;

  private Disturbance() {}

  /** What others throw. */
  public interface Thrown {
    /** Throws the oldest of what was thrown at the current thread; nothing when there is none. */
    void raise();

    /** Whether something was thrown at the current thread that it has not met yet. */
    boolean pending();
  }

  /** Tells who knows what is thrown. */
  public static void thrownBy(Thrown greenlets) {
    thrown = greenlets;
  }

  /** Tells how threads are interrupted. */
  public static void interruptBy(Consumer<Thread> disturb) {
    interrupter = disturb;
  }

  /** Interrupts {@code thread}, at which something is thrown already. */
  public static void interrupt(Thread thread) {
    Consumer<Thread> disturb = interrupter;
    if (disturb == null) {
      thread.interrupt();
    } else {
      disturb.accept(thread);
    }
  }

  /** Throws what was thrown at the current thread, whatever that is; nothing when there is none. */
  public static void raise() {
    Thrown greenlets = thrown;
    if (greenlets != null) {
      greenlets.raise();
    }
  }

  /** Whether something was thrown at the current thread that it has not met yet. */
  public static boolean pending() {
    Thrown greenlets = thrown;
    return greenlets != null && greenlets.pending();
  }
}
