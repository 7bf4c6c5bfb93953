package programs.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;

/** What is told of threads that wait for the end of another. */
public final class Joiners {
  private static final int SHOWN = 5;

  private Joiners() {}

  /** Joins in each way, and looks from outside. */
  public static void main(String[] args) {
    CountDownLatch end = new CountDownLatch(1);
    Thread joined = Cases.start("joined", end::await);
    Thread[] joiners = {
      Cases.start("for ever", joined::join),
      Cases.start("for a while", () -> joined.join(1_000_000)),
      Cases.start("for an hour", () -> joined.join(Duration.ofHours(1))),
      Cases.start("deep below", () -> below(300, joined)),
    };
    for (Thread joiner : joiners) {
      Cases.untilIn(joiner, "join");
      System.out.println(joiner.getName() + " " + joiner.getState());
      System.out.println("blocker " + LockSupport.getBlocker(joiner));
      show(joiner.getStackTrace());
      show(Thread.getAllStackTraces().get(joiner));
      ThreadInfo info =
          ManagementFactory.getThreadMXBean().getThreadInfo(joiner.threadId(), Integer.MAX_VALUE);
      show(info.getStackTrace());
      System.out.println(info.getThreadState() + " " + info.getLockInfo().getClassName());
    }
    end.countDown();
    Cases.join(joiners);
  }

  private static void below(int frames, Thread joined) throws InterruptedException {
    if (frames > 0) {
      below(frames - 1, joined);
    } else {
      joined.join();
    }
  }

  /** But for the frames of the wait itself, and for hidden ones, which some of these show. */
  private static void show(StackTraceElement[] frames) {
    String[] shown =
        Arrays.stream(frames)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .dropWhile(frame -> frame.startsWith("java.lang.Object."))
            .filter(frame -> !frame.contains("$$Lambda") && !frame.endsWith(".runWith"))
            .map(frame -> frame.replaceAll("lambda\\$.*", "lambda"))
            .toArray(String[]::new);
    System.out.println(shown.length + " " + String.join(" ", Arrays.copyOf(shown, SHOWN)));
  }
}
