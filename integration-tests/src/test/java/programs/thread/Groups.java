package programs.thread;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import programs.Cases;
import programs.Job;

/** Thread groups: counting, listing, interrupting, nesting. */
public final class Groups {
  private Groups() {}

  /** Runs all cases. */
  public static void main(String[] args) {
    ThreadGroup outer = new ThreadGroup("outer");
    ThreadGroup inner = new ThreadGroup(outer, "inner");
    CountDownLatch latch = new CountDownLatch(1);
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(i < 2 ? outer : inner, () -> waitFor(latch), "member " + i);
      System.out.println("before start " + outer.activeCount());
      threads[i].start();
      Cases.untilState(threads[i], Thread.State.WAITING);
    }
    count("running", outer, inner);
    Thread[] listed = new Thread[10];
    System.out.println("enumerate " + outer.enumerate(listed) + names(listed));
    listed = new Thread[10];
    System.out.println("not deep " + outer.enumerate(listed, false) + names(listed));
    listed = new Thread[3];
    System.out.println("too short " + outer.enumerate(listed));
    System.out.println("parents " + inner.getParent() + outer.parentOf(inner));
    inner.interrupt();
    for (int i = 2; i < threads.length; i++) {
      Cases.join(threads[i]);
    }
    count("inner interrupted", outer, inner);
    latch.countDown();
    Cases.join(threads);
    count("ended", outer, inner);
    System.out.println("group of an ended thread " + threads[0].getThreadGroup());
    Thread[] all = new Thread[20];
    ThreadGroup main = Thread.currentThread().getThreadGroup();
    System.out.println("main's " + main.enumerate(all, false) + names(all));
    Job job = Job.start("maker", () -> new ThreadGroup("made").getParent().getName());
    System.out.println("made in a thread under " + job.outcome());
    System.out.println("top " + main.getParent().getName() + main.getParent().getParent());
    Cases.show("null group", () -> new ThreadGroup(null, "child"));
    main.list();
  }

  private static void waitFor(CountDownLatch latch) {
    System.out.flush();
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void count(String when, ThreadGroup outer, ThreadGroup inner) {
    System.out.println(
        when
            + (" outer " + outer.activeCount() + " groups " + outer.activeGroupCount())
            + (" inner " + inner.activeCount()));
  }

  private static String names(Thread[] threads) {
    return Arrays.stream(threads)
        .filter(thread -> thread != null)
        .map(Thread::getName)
        .sorted()
        .toList()
        .toString();
  }
}
