package programs.handoff;

import programs.Job;

/** Threads that wait inside a library written in C for another one that waits its turn. */
public final class NativeWait {
  private static final int WAITERS = 3;
  private static final int RELEASED = 42;

  private NativeWait() {}

  private static native int await();

  private static native void release(int by);

  /** The argument is the library's path. */
  @SuppressWarnings("restricted")
  public static void main(String[] args) {
    System.load(args[0]);
    Job[] waiters = new Job[WAITERS];
    for (int i = 0; i < WAITERS; i++) {
      waiters[i] = Job.start("waits", NativeWait::await);
    }
    Job releaser =
        Job.start(
            "releases",
            () -> {
              Thread.sleep(1);
              release(RELEASED);
              return "released";
            });
    System.out.println(releaser.outcome());
    for (Job waiter : waiters) {
      System.out.println(waiter.outcome());
    }
  }
}
