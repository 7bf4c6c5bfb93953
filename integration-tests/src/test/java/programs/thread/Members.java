package programs.thread;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;
import programs.Job;

/** Every constructor and method of Thread and its builders that no other program calls. */
public final class Members {
  private static final ThreadGroup GROUP = new ThreadGroup("members");

  private Members() {}

  /** Shows what is protected. */
  private static final class Open extends Thread {
    Object copy() throws CloneNotSupportedException {
      return clone();
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    constructors();
    statics("main");
    System.out.println("on a thread " + Job.start("statics", () -> statics("other")).outcome());
    platform();
    groups();
    virtual();
    Cases.show("clone", () -> new Open().copy());
    Cases.show("values", () -> Arrays.toString(Thread.State.values()));
  }

  private static void constructors() throws InterruptedException {
    Thread[] threads = {
      new Thread(),
      new Thread(Members::tell),
      new Thread(Members::tell, "named"),
      new Thread("name only"),
      new Thread(GROUP, Members::tell),
      new Thread(GROUP, Members::tell, "in a group"),
      new Thread(GROUP, Members::tell, "with a stack", 100_000),
      new Thread(GROUP, Members::tell, "without heirs", 0, false),
      new Thread(GROUP, "group and name")
    };
    for (Thread thread : threads) {
      String before = thread.getState() + " " + thread.getThreadGroup().getName();
      thread.start();
      thread.join(Duration.ofMinutes(1));
      System.out.println(before + " " + thread.getState() + " " + thread.getThreadGroup());
    }
  }

  @SuppressWarnings("deprecation")
  private static void tell() {
    Thread self = Thread.currentThread();
    System.out.println(
        self.getName().replaceAll("[0-9]+", "N")
            + (" " + self.isAlive() + self.isDaemon() + self.isVirtual() + self.isInterrupted())
            + (" " + self.getPriority() + " " + self.getThreadGroup().getName())
            + (" " + (self.getId() == self.threadId())));
  }

  @SuppressWarnings("removal")
  private static Object statics(String name) throws Exception {
    Thread self = Thread.currentThread();
    self.checkAccess();
    Thread.dumpStack();
    Thread.yield();
    Thread.onSpinWait();
    Thread.sleep(0);
    Thread.sleep(0, 1);
    Thread.sleep(Duration.ofNanos(5));
    System.out.println(name + " active " + (Thread.activeCount() >= 1));
    Thread[] all = new Thread[Thread.activeCount() + 5];
    int count = Thread.enumerate(all);
    System.out.println("listed " + Arrays.asList(all).subList(0, count).contains(self));
    System.out.println("default handler " + Thread.getDefaultUncaughtExceptionHandler());
    System.out.println(
        "own handler " + (self.getUncaughtExceptionHandler() == self.getThreadGroup()));
    self.setUncaughtExceptionHandler(null);
    System.out.println(
        "loader " + (self.getContextClassLoader() == Members.class.getClassLoader()));
    System.out.println("holds " + Thread.holdsLock(self) + " interrupted " + Thread.interrupted());
    System.out.println("text " + self.toString().replace("" + self.threadId(), "ID"));
    Cases.run("stop", self::stop);
    Cases.run("start", self::start);
    Cases.run("setDaemon", () -> self.setDaemon(true));
    Cases.run("join 1", () -> self.join(1));
    Cases.run("join 1 1", () -> self.join(0, 1));
    Cases.show("join Duration", () -> self.join(Duration.ofMillis(1)));
    self.interrupt();
    Cases.run("join interrupted", self::join);
    return self.getName();
  }

  private static void platform() throws InterruptedException {
    Thread.Builder.OfPlatform builder =
        Thread.ofPlatform()
            .name("built-", 7)
            .group(GROUP)
            .daemon(true)
            .daemon(false)
            .daemon()
            .priority(4)
            .stackSize(100_000)
            .inheritInheritableThreadLocals(false)
            .uncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " " + e));
    Thread unstarted = builder.unstarted(Members::tell);
    System.out.println(unstarted.getState() + " " + unstarted.isDaemon());
    unstarted.start();
    unstarted.join();
    builder.start(Members::tell).join();
    ThreadFactory factory = builder.factory();
    Thread made =
        factory.newThread(() -> {
          tell();
          throw new IllegalStateException("of the factory");
        });
    made.start();
    made.join();
    Cases.show("no task", () -> Thread.ofPlatform().start(null));
    Cases.show("bad priority", () -> Thread.ofPlatform().priority(11));
    Cases.show("bad stack", () -> Thread.ofPlatform().stackSize(-1));
  }

  private static void virtual() throws InterruptedException {
    Thread.Builder.OfVirtual builder =
        Thread.ofVirtual()
            .name("virtual-", 1)
            .inheritInheritableThreadLocals(false)
            .uncaughtExceptionHandler((t, e) -> System.out.println(t.getName() + " " + e));
    Thread thread = builder.unstarted(Members::tell);
    System.out.println(thread.getState() + " " + thread.isVirtual() + thread.isDaemon());
    thread.start();
    thread.join();
    builder.start(Members::tell).join();
    Thread made = builder.factory().newThread(Members::tell);
    made.start();
    made.join();
    Thread.ofVirtual().name("one").start(Members::tell).join();
    Thread.startVirtualThread(Members::tell).join();
    CountDownLatch end = new CountDownLatch(1);
    Thread last = Thread.ofVirtual().unstarted(end::countDown);
    Cases.run("virtual daemon", () -> last.setDaemon(false));
    last.setPriority(9);
    System.out.println("virtual priority " + last.getPriority());
    last.start();
    end.await();
  }

  @SuppressWarnings("removal")
  private static void groups() {
    ThreadGroup inner = new ThreadGroup(GROUP, "inner");
    inner.setMaxPriority(3);
    Thread thread = new Thread(inner, LockSupport::park, "parked");
    thread.setPriority(8);
    thread.start();
    Cases.untilState(thread, Thread.State.WAITING);
    System.out.println("priority " + thread.getPriority() + " of " + inner.getMaxPriority());
    System.out.println("groups " + GROUP.activeGroupCount() + " " + GROUP.activeCount());
    ThreadGroup[] listed = new ThreadGroup[4];
    System.out.println("enumerated " + GROUP.enumerate(listed) + " " + listed[0]);
    System.out.println("deep " + GROUP.enumerate(listed, true) + GROUP.enumerate(new Thread[4]));
    System.out.println("daemon " + inner.isDaemon() + " destroyed " + inner.isDestroyed());
    inner.setDaemon(true);
    inner.checkAccess();
    inner.destroy();
    System.out.println("daemon " + inner.isDaemon() + " destroyed " + inner.isDestroyed());
    inner.uncaughtException(thread, new IllegalStateException("told"));
    GROUP.interrupt();
    Cases.join(thread);
    System.out.println("left " + GROUP.activeCount() + " " + inner.getName() + inner.getParent());
  }
}
