package programs.thread;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MonitorInfo;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import programs.Cases;
import programs.Job;

/** What ThreadMXBean tells of the threads of a program. */
public final class Management {
  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private Management() {}

  /** A class of its own, whose name shows what a thread waits for. */
  private static final class Lock {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    own("main");
    System.out.println("on a thread " + Job.start("asks", () -> own("asks")).outcome());
    numbers();
    waits();
    sockets();
    held();
    wrong();
    server();
    times();
    deadlocks();
  }

  private static Object own(String name) {
    ThreadInfo info = BEAN.getThreadInfo(Thread.currentThread().threadId(), 100);
    String frames =
        Arrays.stream(info.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("programs."))
            .filter(frame -> !frame.getClassName().contains("$$"))
            .map(StackTraceElement::getMethodName)
            .collect(Collectors.joining(" "));
    System.out.println(name + " " + show(info) + " " + frames);
    return name.equals(info.getThreadName());
  }

  private static String show(ThreadInfo info) {
    return info.getThreadName()
        + (" " + info.getThreadState() + " daemon " + info.isDaemon())
        + (" priority " + info.getPriority() + " suspended " + info.isSuspended())
        + (" lock " + (info.getLockInfo() == null ? "none" : info.getLockInfo().getClassName()))
        + (" named " + Cases.masked(info.getLockName()))
        + (" owner " + info.getLockOwnerName() + (info.getLockOwnerId() >= 0));
  }

  private static void numbers() throws InterruptedException {
    CountDownLatch latch = new CountDownLatch(1);
    int count = BEAN.getThreadCount();
    int daemons = BEAN.getDaemonThreadCount();
    long started = BEAN.getTotalStartedThreadCount();
    Thread[] threads = new Thread[5];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(() -> Cases.sneak(latch::await), "counted " + i);
      threads[i].setDaemon(i < 2);
      threads[i].setPriority(i + 1);
      threads[i].start();
      Cases.untilState(threads[i], Thread.State.WAITING);
    }
    System.out.println("more " + (BEAN.getThreadCount() - count));
    System.out.println("more daemons " + (BEAN.getDaemonThreadCount() - daemons));
    System.out.println("more started " + (BEAN.getTotalStartedThreadCount() - started));
    System.out.println("ids " + (BEAN.getAllThreadIds().length == BEAN.getThreadCount()));
    System.out.println("listed " + names(BEAN.getAllThreadIds(), "counted", "main"));
    List<ThreadInfo> dump = List.of(BEAN.dumpAllThreads(true, true));
    System.out.println("dumped " + (dump.size() == BEAN.getThreadCount()));
    dump.stream()
        .filter(info -> info.getThreadName().startsWith("counted"))
        .map(Management::show)
        .sorted()
        .forEach(System.out::println);
    latch.countDown();
    Cases.join(threads);
    System.out.println("ended " + (BEAN.getThreadCount() - count));
    System.out.println("at most " + (BEAN.getPeakThreadCount() >= count + 5));
    BEAN.resetPeakThreadCount();
    System.out.println("at most now " + (BEAN.getPeakThreadCount() - BEAN.getThreadCount()));
    System.out.println("still started " + (BEAN.getTotalStartedThreadCount() - started));
    System.out.println("info of the ended " + BEAN.getThreadInfo(threads[0].threadId()));
  }

  private static String names(long[] ids, String... prefixes) {
    return Arrays.stream(BEAN.getThreadInfo(ids))
        .map(info -> info == null ? "ended" : info.getThreadName())
        .filter(name -> Arrays.stream(prefixes).anyMatch(name::startsWith))
        .sorted()
        .toList()
        .toString();
  }

  private static void waits() {
    Lock monitor = new Lock();
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch latch = new CountDownLatch(1);
    waiting("park", LockSupport::park);
    waiting("park blocker", () -> LockSupport.park(monitor));
    waiting("latch", latch::await);
    waiting("sleep", () -> Thread.sleep(1_000_000));
    waiting("wait", () -> waitOn(monitor, 0));
    waiting("wait timed", () -> waitOn(monitor, 1_000_000));
    Thread main = Thread.currentThread();
    waiting("join", main::join);
    lock.lock();
    waiting("lock of main", lock::lockInterruptibly);
    lock.unlock();
    Job holder = Job.start("holder", () -> hold(monitor, lock));
    Cases.untilState(holder, Thread.State.WAITING);
    waiting("lock of a thread", lock::lockInterruptibly);
    blocked(monitor);
    LockSupport.unpark(holder);
    System.out.println(holder.outcome());
    synchronized (monitor) {
      blocked(monitor);
    }
  }

  private static void blocked(Lock monitor) {
    Job job =
        Job.blockedAs(
            Thread.State.BLOCKED,
            () -> {
              synchronized (monitor) {
                return "entered";
              }
            });
    System.out.println(show(BEAN.getThreadInfo(job.threadId())));
    System.out.println(show(BEAN.getThreadInfo(new long[] {job.threadId()}, true, true)[0]));
  }

  private static Object hold(Lock monitor, ReentrantLock lock) {
    synchronized (monitor) {
      lock.lock();
      LockSupport.park();
      lock.unlock();
    }
    return "held";
  }

  private static void waitOn(Object monitor, long millis) throws InterruptedException {
    synchronized (monitor) {
      monitor.wait(millis);
    }
  }

  private static void waiting(String name, Cases.Action action) {
    Job job =
        Job.start(
            name,
            () -> {
              action.run();
              return "returned";
            });
    Cases.until(() ->
        job.getState() == Thread.State.WAITING || job.getState() == Thread.State.TIMED_WAITING);
    ThreadInfo info = BEAN.getThreadInfo(job.threadId(), Integer.MAX_VALUE);
    System.out.println(show(info));
    StackTraceElement[] stack = info.getStackTrace();
    System.out.println("  outermost " + stack[stack.length - 1]);
    System.out.println(
        "  without frames " + BEAN.getThreadInfo(job.threadId()).getStackTrace().length);
    System.out.println(
        "  two frames " + BEAN.getThreadInfo(job.threadId(), 2).getStackTrace().length);
    job.outcomeOnInterrupt();
  }

  private static void sockets() throws Exception {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Job job = Job.blockedIn("accept", server::accept);
    System.out.println(show(BEAN.getThreadInfo(job.threadId())));
    server.close();
    System.out.println(job.outcome());
  }

  private static void held() {
    Lock outer = new Lock();
    Object inner = new Object();
    Job job =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              synchronized (outer) {
                return inside(inner);
              }
            });
    ThreadInfo info = BEAN.getThreadInfo(new long[] {job.threadId()}, true, false)[0];
    for (MonitorInfo monitor : info.getLockedMonitors()) {
      System.out.println(
          "holds "
              + monitor.getClassName()
              + (" " + monitor.getLockedStackFrame().getMethodName())
              + (" " + info.getStackTrace()[monitor.getLockedStackDepth()].getMethodName()));
    }
    info = BEAN.getThreadInfo(new long[] {job.threadId()}, false, false, 1)[0];
    System.out.println(
        "not asked " + info.getLockedMonitors().length + info.getStackTrace().length);
    System.out.println("no synchronizers " + List.<LockInfo>of(info.getLockedSynchronizers()));
    LockSupport.unpark(job);
    System.out.println(job.outcome());
  }

  private static Object inside(Object inner) {
    synchronized (inner) {
      LockSupport.park();
      return "left";
    }
  }

  private static void wrong() {
    Cases.show("id 0", () -> BEAN.getThreadInfo(0));
    Cases.show("unknown id", () -> BEAN.getThreadInfo(1L << 35));
    Cases.show("depth", () -> BEAN.getThreadInfo(1, -1));
    Cases.show("no ids", () -> BEAN.getThreadInfo(new long[0]).length);
    Cases.show("null", () -> BEAN.getThreadInfo((long[]) null));
    Cases.show("dump depth", () -> BEAN.dumpAllThreads(false, false, -1));
    Cases.show("dump 0", () -> BEAN.dumpAllThreads(false, false, 0)[0].getStackTrace().length);
  }

  private static void server() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    Job job =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              latch.await();
              return "done";
            });
    ObjectName name = new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME);
    Object ids = ManagementFactory.getPlatformMBeanServer().getAttribute(name, "AllThreadIds");
    System.out.println(
        "by the server " + Arrays.stream((long[]) ids).anyMatch(id -> id == job.threadId()));
    Object data =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                name,
                "getThreadInfo",
                new Object[] {job.threadId()},
                new String[] {long.class.getName()});
    System.out.println(show(ThreadInfo.from((CompositeData) data)));
    latch.countDown();
    job.outcome();
  }

  private static void times() {
    System.out.println("own time " + (BEAN.getCurrentThreadCpuTime() > 0));
    Job job =
        Job.start("times", () -> BEAN.getThreadCpuTime(Thread.currentThread().threadId()) > 0);
    System.out.println("on a thread " + job.outcome());
    System.out.println("of the ended " + BEAN.getThreadCpuTime(job.threadId()));
    Cases.show("of no thread", () -> BEAN.getThreadUserTime(-5));
  }

  private static void deadlocks() {
    System.out.println("none " + Arrays.toString(BEAN.findDeadlockedThreads()));
    Lock one = new Lock();
    Object two = new Object();
    ReentrantLock red = new ReentrantLock();
    ReentrantLock green = new ReentrantLock();
    CountDownLatch all = new CountDownLatch(5);
    Thread[] threads = {
      daemon("monitor 1", () -> both(one, two, all)),
      daemon("monitor 2", () -> both(two, one, all)),
      daemon("lock 1", () -> lockBoth(red, green, all)),
      daemon("lock 2", () -> lockBoth(green, red, all)),
      daemon(
          "victim",
          () -> {
            meet(all);
            synchronized (one) {
              meet(all);
            }
          })
    };
    for (int i = 0; i < threads.length; i++) {
      boolean monitor = i < 2 || i == 4;
      Cases.untilState(threads[i], monitor ? Thread.State.BLOCKED : Thread.State.WAITING);
    }
    Cases.until(
        () -> BEAN.findDeadlockedThreads() != null && BEAN.findDeadlockedThreads().length == 4);
    System.out.println("by monitors " + names(BEAN.findMonitorDeadlockedThreads(), ""));
    System.out.println("by all " + names(BEAN.findDeadlockedThreads(), ""));
    for (Thread thread : threads) {
      System.out.println(show(BEAN.getThreadInfo(thread.threadId())));
    }
  }

  private static Thread daemon(String name, Cases.Action action) {
    Thread thread = new Thread(() -> Cases.sneak(action), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void meet(CountDownLatch all) throws InterruptedException {
    all.countDown();
    all.await();
  }

  private static void both(Object first, Object second, CountDownLatch all) throws Exception {
    synchronized (first) {
      meet(all);
      synchronized (second) {
        meet(all);
      }
    }
  }

  private static void lockBoth(ReentrantLock first, ReentrantLock second, CountDownLatch all)
      throws Exception {
    first.lock();
    meet(all);
    second.lock();
  }
}
