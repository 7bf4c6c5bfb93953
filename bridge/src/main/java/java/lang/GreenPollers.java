package java.lang;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import jdk.internal.misc.Unsafe;
import sun.nio.ch.Poller;

/**
 * The JDK's own pollers: made without their epoll sets, and their threads left out, while the hubs
 * poll; completed and started after all when a virtual thread waits that no hub polls for.
 *
 * <p>The sets need descriptors. Made at once, they would come with the first wait of the program,
 * and {@code Poller} could not be initialised, never more, if there were none left just then.
 *
 * <p>Threads: any. Blocks: those who come while they are being started.
 */
final class GreenPollers {

  private static final int NO_SET = -1;

  /** How often a wait tries again while there are no descriptors for the sets. */
  private static final long TURN_NANOS = 20_000_000;

  // until they have been started after all
  private static volatile boolean leftOut;

  private static volatile boolean starts;

  // why they could not be started; null while nothing is wrong
  private static volatile String failure;

  private GreenPollers() {}

  /** The epoll set of a poller that is being made, or none while they are left out. */
  static int set(GreenHooks hooks) throws IOException {
    return hooks != null && leaveOut(hooks) ? NO_SET : create();
  }

  /** Asked by {@code Poller.Pollers.start}; true leaves the threads out. */
  static boolean leaveOut(GreenHooks hooks) {
    if (!starts && hooks.polls()) {
      leftOut = true;
    }
    return leftOut && !starts;
  }

  /**
   * Called for a wait that no hub polls for: starts them if they were left out.
   *
   * @return true when there are no descriptors for them now: the caller has waited, up to {@code
   *     nanos}, 0 for ever, or for its turn to try its operation again
   * @throws InternalError if that failed, now or before: some of them may run, and must not be
   *     started twice, so whoever waits there would wait for ever
   */
  static boolean waited(long nanos) {
    if (leftOut && !start()) {
      GreenPolling.pollerPark(nanos == 0 ? TURN_NANOS : Math.min(nanos, TURN_NANOS));
      return true;
    }
    String failed = failure;
    if (failed != null) {
      throw new InternalError("The JDK's pollers could not be started: " + failed);
    }
    return false;
  }

  /** False when there are no descriptors for them now. */
  private static synchronized boolean start() {
    if (!leftOut) {
      return true;
    }
    try {
      Class<?> poller = Class.forName("sun.nio.ch.Poller");
      Class<?> all = Class.forName("sun.nio.ch.Poller$Pollers");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(poller, MethodHandles.lookup());
      MethodHandle start =
          MethodHandles.privateLookupIn(all, MethodHandles.lookup())
              .findVirtual(all, "start", MethodType.methodType(void.class));
      Object pollers = lookup.findStaticGetter(poller, "POLLERS", all).invoke();
      if (!complete()) {
        return false;
      }
      begin(start.asType(MethodType.methodType(void.class, Object.class)), pollers);
      return true;
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable changed) {
      throw new InternalError(changed);
    }
  }

  private static void begin(MethodHandle start, Object pollers) {
    starts = true;
    try {
      start.invokeExact(pollers);
    } catch (Throwable failed) {
      failure = failed.toString();
    } finally {
      leftOut = false;
    }
  }

  /** Gives each of them its set: all or none. */
  private static boolean complete() {
    List<Poller> all = new ArrayList<>(Poller.readPollers());
    all.addAll(Poller.writePollers());
    if (Poller.masterPoller() != null) {
      all.add(Poller.masterPoller());
    }
    int[] sets = new int[all.size()];
    for (int made = 0; made < sets.length; made++) {
      try {
        sets[made] = create();
      } catch (IOException refused) {
        close(sets, made);
        return false;
      }
    }
    // final, but nobody has read it: these pollers have not been used
    Unsafe fields = Unsafe.getUnsafe();
    for (int i = 0; i < sets.length; i++) {
      Poller poller = all.get(i);
      fields.putInt(poller, fields.objectFieldOffset(poller.getClass(), "epfd"), sets[i]);
    }
    return true;
  }

  private static int create() throws IOException {
    MethodType signature = MethodType.methodType(int.class);
    try {
      return (int) handle("sun.nio.ch.EPoll", "create", signature).invokeExact();
    } catch (IOException | RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  private static void close(int[] sets, int count) {
    MethodType signature = MethodType.methodType(void.class, int.class);
    try {
      MethodHandle close = handle("sun.nio.ch.UnixFileDispatcherImpl", "closeIntFD", signature);
      for (int i = 0; i < count; i++) {
        close.invokeExact(sets[i]);
      }
    } catch (Throwable failed) {
      throw new InternalError(failed);
    }
  }

  /** Found when it is needed, which is seldom: the first wait of a program must not pay for it. */
  private static MethodHandle handle(String type, String method, MethodType signature)
      throws ReflectiveOperationException {
    Class<?> owner = Class.forName(type);
    return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
        .findStatic(owner, method, signature);
  }
}
