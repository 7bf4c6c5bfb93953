package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The JDK's own poller threads: left out while the hubs poll, started after all when a virtual
 * thread waits that no hub polls for.
 *
 * <p>Threads: any. Blocks: those who come while they are being started.
 */
final class GreenPollers {

  // until they have been started after all
  private static volatile boolean leftOut;

  private static volatile boolean starts;

  // why they could not be started; null while nothing is wrong
  private static volatile String failure;

  private GreenPollers() {}

  /** Asked by {@code Poller.Pollers.start}; true leaves the threads out. */
  static boolean leaveOut(GreenHooks hooks) {
    if (!starts && hooks.polls()) {
      leftOut = true;
    }
    return leftOut && !starts;
  }

  /**
   * Starts them if they were left out.
   *
   * @throws InternalError if that failed, now or before: some of them may run, and must not be
   *     started twice, so whoever waits there would wait for ever
   */
  static void need() {
    if (leftOut) {
      start();
    }
    String failed = failure;
    if (failed != null) {
      throw new InternalError("The JDK's pollers could not be started: " + failed);
    }
  }

  private static synchronized void start() {
    if (!leftOut) {
      return;
    }
    try {
      Class<?> poller = Class.forName("sun.nio.ch.Poller");
      Class<?> all = Class.forName("sun.nio.ch.Poller$Pollers");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(poller, MethodHandles.lookup());
      MethodHandle start =
          MethodHandles.privateLookupIn(all, MethodHandles.lookup())
              .findVirtual(all, "start", MethodType.methodType(void.class));
      Object pollers = lookup.findStaticGetter(poller, "POLLERS", all).invoke();
      begin(start.asType(MethodType.methodType(void.class, Object.class)), pollers);
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
}
