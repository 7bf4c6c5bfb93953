package java.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a facade answers when the program asks it something that only its virtual half knows, and
 * what a virtual half answers when the JDK's core asks it something that only the facade knows.
 *
 * <p>Threads: any. Blocks: {@link #join} alone, as {@code Thread.join} does.
 */
public final class GreenFacade {

  private static final Set<String> PARKS =
      Set.of("java.lang.System$1", "java.lang.VirtualThread", "jdk.internal.vm.Continuation");

  /** What may stand above frames of the agent, and is the program's own where there are none. */
  private static final Set<String> ABOVE =
      Set.of("java.lang.Thread", "java.util.concurrent.locks.LockSupport");

  private static final List<String> OURS =
      List.of(
          "java.lang.Green",
          "org.greenagent.agent.",
          "org.greenagent.hub.",
          "org.greenagent.util.");

  private static final StackTraceElement[] NO_FRAMES = {};

  /** A join that waits is within so many frames from where its virtual half parks. */
  private static final int FRAMES_OF_JOIN = 24;

  private GreenFacade() {}

  /** It has just been started: who starts many without a wait lets them run. */
  public static void started(Thread thread) {
    if (GreenLink.ofFacade(thread) != null) {
      GreenHooks.mayGiveWay(true);
    }
  }

  public static boolean alive(Thread thread, boolean stock) {
    GreenLink link = GreenLink.ofFacade(thread);
    return link == null || link.primordial ? stock : link.runner.alive();
  }

  public static Thread.State state(Thread thread, Thread.State stock) {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link == null) {
      return stock;
    }
    Thread.State state = link.runner.threadState();
    if (link.primordial && state == Thread.State.TERMINATED) {
      return Thread.State.RUNNABLE; // it is on its way out, through the uncaught handlers
    }
    boolean waiting = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    return waiting && link.polling ? Thread.State.RUNNABLE : state;
  }

  public static boolean interrupted(Thread thread, boolean stock) {
    GreenLink link = GreenLink.ofFacade(thread);
    return link == null ? stock : link.runner.interrupted || link.keptInterrupt;
  }

  /** True when the interrupt went to the virtual half and nothing is left to do. */
  public static boolean interrupt(Thread thread) {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link == null) {
      return false;
    }
    link.runner.interrupt();
    return true;
  }

  /** Called after the stock {@code interrupt}: the thread may have been started meanwhile. */
  public static void afterInterrupt(Thread thread) {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link != null && GreenFields.takeInterrupt(thread)) {
      link.runner.interrupt();
    }
  }

  public static StackTraceElement[] trace(Thread thread, StackTraceElement[] stock) {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link == null) {
      return stock;
    }
    StackTraceElement[] all =
        link.runner == Thread.currentThread()
            ? new Throwable().getStackTrace()
            : link.runner.asyncGetStackTrace();
    return only(shown(all), all);
  }

  /**
   * Which of them a platform thread would have. The frames of a virtual thread's park stand where
   * that has a native method, and those of its join where it waits for a monitor.
   */
  static boolean[] shown(StackTraceElement[] frames) {
    int first = afterJoin(frames);
    for (int i = first; i < frames.length; i++) {
      String name = frames[i].getClassName();
      if (PARKS.contains(name) || ours(name)) {
        first = i + 1;
      } else if (!ABOVE.contains(name)) {
        break;
      }
    }
    boolean[] shown = new boolean[frames.length];
    for (int i = first; i < frames.length; i++) {
      shown[i] = !ours(frames[i].getClassName());
    }
    return shown;
  }

  static StackTraceElement[] only(boolean[] shown, StackTraceElement[] frames) {
    List<StackTraceElement> rest = new ArrayList<>(frames.length);
    for (int i = 0; i < frames.length; i++) {
      if (shown[i]) {
        rest.add(frames[i]);
      }
    }
    return rest.size() == frames.length ? frames : rest.toArray(NO_FRAMES);
  }

  private static boolean ours(String name) {
    for (String prefix : OURS) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static int afterJoin(StackTraceElement[] frames) {
    for (int i = Math.min(FRAMES_OF_JOIN, frames.length) - 1; i >= 0; i--) {
      if (frames[i].getMethodName().equals("join")
          && frames[i].getClassName().equals("java.lang.GreenFacade")) {
        return i + 1;
      }
    }
    return 0;
  }

  public static Object blocker(Thread thread, Object stock) {
    GreenLink link = stock == null ? null : GreenLink.of(thread);
    return link != null && link.joining != null ? null : stock;
  }

  /**
   * Waits for the facade's end on its virtual half. True when that was done.
   *
   * <p>False, so that the stock code goes on, for a thread that is no facade, a negative time, and
   * a caller that holds the facade's monitor: the stock code gives that up while it waits. Likewise
   * for the primordial thread once {@code main} has ended, as handlers may still run on it.
   */
  public static boolean join(Thread thread, long millis) throws InterruptedException {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link == null || millis < 0 || Thread.holdsLock(thread)) {
      return false;
    }
    if (!link.runner.alive()) {
      return !link.primordial;
    }
    long start = System.nanoTime();
    GreenLink own = GreenLink.ofRunner(Thread.currentThread());
    if (own != null) {
      own.joining = thread;
    }
    try {
      link.runner.joinNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    } finally {
      if (own != null) {
        own.joining = null;
      }
    }
    if (link.primordial && !link.runner.alive()) {
      long gone = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      thread.join(millis == 0 ? 0 : Math.max(1, millis - gone));
    }
    return true;
  }

  public static void renamed(Thread thread, String name) {
    GreenLink link = GreenLink.ofFacade(thread);
    if (link != null) {
      GreenFields.name(link.runner, name);
    }
  }

  public static boolean daemon(Thread thread, boolean stock) {
    GreenLink link = GreenLink.ofRunner(thread);
    return link == null ? stock : GreenFields.daemon(link.facade);
  }

  public static int priority(Thread thread, int stock) {
    GreenLink link = GreenLink.ofRunner(thread);
    return link == null ? stock : GreenFields.priority(link.facade);
  }

  public static ThreadGroup group(Thread thread, ThreadGroup stock) {
    GreenLink link = stock == null ? null : GreenLink.ofRunner(thread);
    return link == null ? stock : GreenFields.group(link.facade);
  }

  public static ClassLoader contextLoader(Thread thread, ClassLoader stock) {
    GreenLink link = GreenLink.ofRunner(thread);
    return link == null ? stock : link.facade.getContextClassLoader();
  }

  public static void setContextLoader(Thread thread, ClassLoader loader) {
    GreenLink link = GreenLink.ofRunner(thread);
    if (link != null) {
      link.facade.setContextClassLoader(loader);
    }
  }

  /** The platform threads of the stock list without our own, and with every live facade. */
  public static Thread[] all(Thread[] stock) {
    List<Thread> threads = new ArrayList<>(stock.length);
    for (Thread thread : stock) {
      if (thread.threadId() < GreenFields.FIRST_OWN_ID) {
        threads.add(thread);
      }
    }
    for (Thread facade : facades()) {
      threads.add(facade);
    }
    return threads.toArray(new Thread[0]);
  }

  /** As {@link #all}, for {@code Thread.getAllStackTraces}. */
  public static void traces(Map<Thread, StackTraceElement[]> stock) {
    List<Thread> own = new ArrayList<>();
    for (Thread thread : stock.keySet()) {
      if (thread.threadId() >= GreenFields.FIRST_OWN_ID || GreenLink.ofFacade(thread) != null) {
        own.add(thread);
      }
    }
    for (Thread thread : own) {
      if (GreenLink.ofFacade(thread) == null) {
        stock.remove(thread);
      } else {
        stock.put(thread, trace(thread, NO_FRAMES));
      }
    }
    for (Thread facade : facades()) {
      StackTraceElement[] trace = trace(facade, NO_FRAMES);
      if (trace.length > 0) {
        stock.put(facade, trace);
      }
    }
  }

  /** The live facades; the primordial thread's is left out, the JVM lists it by itself. */
  private static List<Thread> facades() {
    List<Thread> found = new ArrayList<>();
    for (GreenLink link : GreenTracked.links()) {
      if (!link.primordial) {
        found.add(link.facade);
      }
    }
    return found;
  }
}
