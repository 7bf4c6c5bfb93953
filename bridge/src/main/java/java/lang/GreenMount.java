package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.internal.vm.StackableScope;
import jdk.internal.vm.annotation.Hidden;

/**
 * What the outermost frame of a virtual half does around its task, in place of {@code
 * VirtualThread.run}, which would show at the end of each stack trace.
 *
 * <p>With the frame of a {@link GreenTask} it does what {@code
 * VirtualThread.VThreadContinuation.wrap} and {@code VirtualThread.run} do, less the flight
 * recorder's events for virtual threads, which the program's threads are not, and less the frame of
 * {@code runWith}, as the JVM calls a platform thread without one. Source: JDK 25.
 *
 * <p>Only that outermost frame hides its events. A debugger that steps asks to be told of the end
 * of each method that it comes into, is refused for one that hides its events, and ends the JVM.
 * Source: {@code libjdwp/stepControl.c} of JDK 25.
 */
final class GreenMount {

  private static final MethodHandle STARTED = notification("notifyJvmtiStart");
  private static final MethodHandle ENDED = notification("notifyJvmtiEnd");

  private GreenMount() {}

  private static MethodHandle notification(String name) {
    try {
      return MethodHandles.privateLookupIn(VirtualThread.class, MethodHandles.lookup())
          .findVirtual(VirtualThread.class, name, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  /** The first thing that the virtual half does. */
  @Hidden
  static void begin(VirtualThread runner) {
    tell(STARTED, runner);
  }

  /** The last thing that it does; closes the scopes that are still open, which may block. */
  @Hidden
  static void end(VirtualThread runner) {
    try {
      StackableScope.popAll();
    } finally {
      tell(ENDED, runner);
    }
  }

  @Hidden
  private static void tell(MethodHandle notification, VirtualThread runner) {
    try {
      notification.invokeExact(runner);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }
}
