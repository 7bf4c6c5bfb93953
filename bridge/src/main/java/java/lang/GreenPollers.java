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

  private static volatile boolean leftOut;
  private static volatile Object started;

  private GreenPollers() {}

  /** Asked by {@code Poller.Pollers.start}; true leaves the threads out. */
  static boolean leaveOut(GreenHooks hooks) {
    if (!leftOut && started == null && hooks.polls()) {
      leftOut = true;
    }
    return leftOut;
  }

  /** Starts them if they were left out. */
  static void need() {
    if (leftOut) {
      start();
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
      started = lookup.findStaticGetter(poller, "POLLERS", all).invoke();
      leftOut = false;
      start.invoke(started);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable changed) {
      throw new InternalError(changed);
    }
  }
}
