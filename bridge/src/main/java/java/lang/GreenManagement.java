package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.internal.misc.Unsafe;

/**
 * What {@code ThreadMXBean} tells of facades: the JVM lists OS threads, so it knows none of them,
 * and of the primordial thread only that it is parked.
 *
 * <p>The classes of java.management are no others than those that called: they are known by the
 * arrays that the JVM filled. Source: {@code sun.management.ThreadImpl} and {@code
 * java.lang.management.ThreadInfo} of JDK 25.
 *
 * <p>Threads: any. Blocks: never; the cost is that of a thread dump.
 */
public final class GreenManagement {

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final MethodHandle OS_THREADS = osThreads();

  /** Where {@code ThreadInfo} has its id; 0 until the first one is looked at. */
  private static volatile long idOffset;

  /** Makes a {@code ThreadInfo}; null until the first one is needed. */
  private static volatile MethodHandle constructor;

  // writes: the first who gets the server, under its lock
  private static volatile boolean served;

  private GreenManagement() {}

  private static MethodHandle osThreads() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findStatic(Thread.class, "getThreads", MethodType.methodType(Thread[].class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  // ---- the server of beans ----------------------------------------------------------------------

  /** The program, or a tool, gets the platform's server of beans: the agent adds its own, once. */
  public static void server(Object server) {
    GreenHooks hooks = GreenHooks.installed();
    if (hooks != null && !served) {
      served = true;
      hooks.beans(server);
    }
  }

  // ---- numbers ----------------------------------------------------------------------------------

  /** The ids of all live threads. */
  public static long[] ids() {
    Thread[] threads = Thread.getAllThreads();
    long[] ids = new long[threads.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = threads[i].threadId();
    }
    return ids;
  }

  /** The number of live threads. */
  public static int count() {
    return Thread.getAllThreads().length;
  }

  /** The number of live daemon threads. */
  public static int daemons() {
    int count = 0;
    for (Thread thread : Thread.getAllThreads()) {
      count += thread.isDaemon() ? 1 : 0;
    }
    return count;
  }

  /** The highest number of live threads: OS threads but for ours, and facades. */
  public static int peak(int stock) {
    return Math.max(count(), stock - own() + GreenTracked.peak());
  }

  /** The peak is to be counted anew. */
  public static void resetPeak() {
    GreenTracked.resetPeak();
  }

  /** How many threads the program has started. */
  public static long started(long stock) {
    return stock - GreenFields.ownStarted() + GreenTracked.started();
  }

  /** How many of the OS threads are ours. */
  private static int own() {
    try {
      int count = 0;
      for (Thread thread : (Thread[]) OS_THREADS.invokeExact()) {
        count += thread.threadId() >= GreenFields.FIRST_OWN_ID ? 1 : 0;
      }
      return count;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  /** Puts in the CPU times of those ids that are facades'. */
  public static void times(long[] ids, long[] times) {
    Map<Long, GreenLink> links = links();
    for (int i = 0; i < ids.length; i++) {
      GreenLink link = links.get(ids[i]);
      times[i] = link == null ? times[i] : GreenTimes.of(link);
    }
  }

  /**
   * Puts in the user times of facades: the current one's, of which the JVM tells the carrier's, and
   * none of others, as that clock is too slow to be read at each switch.
   */
  public static void userTimes(long[] ids, long[] times) {
    Map<Long, GreenLink> links = links();
    for (int i = 0; i < ids.length; i++) {
      GreenLink link = links.get(ids[i]);
      if (link != null) {
        times[i] = link.runner == Thread.currentThread() ? currentUserTime(times[i]) : -1;
      }
    }
  }

  /** The CPU time of the current thread, of which the JVM tells the carrier's. */
  public static long currentTime(long stock) {
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    return link == null ? stock : GreenTimes.of(link);
  }

  /** No more than its CPU time. */
  public static long currentUserTime(long stock) {
    return Math.min(stock, currentTime(stock));
  }

  // ---- infos ------------------------------------------------------------------------------------

  /** Puts in the infos of those ids that are facades'. */
  public static void infos(long[] ids, Object[] infos, int depth, boolean monitors) {
    Map<Long, GreenLink> links = links();
    for (int i = 0; i < infos.length; i++) {
      GreenLink link = links.get(ids[i]);
      Object info = link == null ? null : info(link, infos.getClass(), depth, monitors);
      infos[i] = info == null ? infos[i] : info;
    }
  }

  /** The infos of all OS threads but for ours, and of all facades. */
  public static Object[] dump(Object[] stock, int depth, boolean monitors) {
    Map<Long, GreenLink> links = links();
    List<Object> infos = new ArrayList<>();
    for (Object info : stock) {
      long id = id(info);
      GreenLink link = links.remove(id);
      Object own = link == null ? null : info(link, stock.getClass(), depth, monitors);
      if (id < GreenFields.FIRST_OWN_ID) {
        infos.add(own == null ? info : own);
      }
    }
    for (GreenLink link : links.values()) {
      Object info = info(link, stock.getClass(), depth, monitors);
      if (info != null) {
        infos.add(info);
      }
    }
    return Arrays.copyOf(
        infos.toArray(), infos.size(), stock.getClass().asSubclass(Object[].class));
  }

  /** The ids of the threads that wait for each other in a circle; null when there are none. */
  public static long[] deadlocked(long[] stock, boolean synchronizers) {
    long[] found = GreenDeadlocks.find(synchronizers);
    if (stock == null) {
      return found.length == 0 ? null : found;
    }
    long[] both = Arrays.copyOf(stock, stock.length + found.length);
    System.arraycopy(found, 0, both, stock.length, found.length);
    return Arrays.stream(both).distinct().toArray();
  }

  private static Map<Long, GreenLink> links() {
    Map<Long, GreenLink> links = new HashMap<>();
    for (GreenLink link : GreenTracked.links()) {
      links.put(link.facade.threadId(), link);
    }
    return links;
  }

  /** Null when the thread has ended meanwhile. */
  private static Object info(GreenLink link, Class<?> infos, int depth, boolean monitors) {
    GreenView view = GreenView.of(link);
    if (view == null) {
      return null;
    }
    StackTraceElement[] stack = view.stack;
    int frames = Math.min(depth, stack.length);
    List<Object> held = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    for (int i = 0; monitors && i < view.held.length; i++) {
      if (view.depths[i] < frames) {
        held.add(view.held[i]);
        depths.add(view.depths[i]);
      }
    }
    Object waitsFor = view.waitsFor();
    try {
      return constructor(infos.getComponentType())
          .invoke(
              link.facade,
              view.status,
              waitsFor,
              view.owner(waitsFor),
              0L,
              -1L,
              0L,
              -1L,
              asTold(stack, frames),
              held.toArray(),
              depths.stream().mapToInt(Integer::intValue).toArray(),
              (Object[]) null);
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  /** The frames with the text that they have in infos: the loader and the version are shown. */
  private static StackTraceElement[] asTold(StackTraceElement[] stack, int frames) {
    StackTraceElement[] told = new StackTraceElement[frames];
    for (int i = 0; i < frames; i++) {
      StackTraceElement frame = stack[i];
      told[i] =
          new StackTraceElement(
              frame.getClassLoaderName(),
              frame.getModuleName(),
              frame.getModuleVersion(),
              frame.getClassName(),
              frame.getMethodName(),
              frame.getFileName(),
              frame.getLineNumber());
    }
    return told;
  }

  private static long id(Object info) {
    if (idOffset == 0) {
      idOffset = U.objectFieldOffset(info.getClass(), "threadId");
    }
    return U.getLong(info, idOffset);
  }

  /** A lookup with access to other modules too. */
  static MethodHandles.Lookup trusted() throws ReflectiveOperationException {
    java.lang.reflect.Field all = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP");
    return (MethodHandles.Lookup) U.getReference(U.staticFieldBase(all), U.staticFieldOffset(all));
  }

  private static MethodHandle constructor(Class<?> info) throws ReflectiveOperationException {
    MethodHandle known = constructor;
    if (known == null) {
      known =
          trusted()
              .findConstructor(
                  info,
                  MethodType.methodType(
                      void.class,
                      Thread.class,
                      int.class,
                      Object.class,
                      Thread.class,
                      long.class,
                      long.class,
                      long.class,
                      long.class,
                      StackTraceElement[].class,
                      Object[].class,
                      int[].class,
                      Object[].class));
      constructor = known;
    }
    return known;
  }
}
