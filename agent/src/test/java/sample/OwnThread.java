package sample;

/** A thread of a program; it stands outside the agent's packages, whose threads stay native. */
public final class OwnThread extends Thread {
  /** A thread with a task, possibly null. */
  public OwnThread(Runnable task) {
    super(task);
  }

  /** A task of a program. */
  public static Runnable task() {
    return () -> {};
  }
}
