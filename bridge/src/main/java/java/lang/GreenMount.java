package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.internal.vm.StackableScope;
import jdk.internal.vm.annotation.Hidden;
import jdk.internal.vm.annotation.JvmtiHideEvents;

/**
 * The outermost frame of a virtual half, in place of {@code VirtualThread.run}, which would show at
 * the end of each stack trace.
 *
 * <p>Does what {@code VirtualThread.VThreadContinuation.wrap} and {@code VirtualThread.run} do,
 * less the flight recorder's events for virtual threads, which the program's threads are not.
 * Source: JDK 25.
 */
final class GreenMount implements Runnable {

  private static final MethodHandle STARTED = notification("notifyJvmtiStart");
  private static final MethodHandle ENDED = notification("notifyJvmtiEnd");

  private final VirtualThread runner;
  private final GreenTask task;

  GreenMount(VirtualThread runner, GreenTask task) {
    this.runner = runner;
    this.task = task;
  }

  private static MethodHandle notification(String name) {
    try {
      return MethodHandles.privateLookupIn(VirtualThread.class, MethodHandles.lookup())
          .findVirtual(VirtualThread.class, name, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  @Hidden
  @JvmtiHideEvents
  @Override
  public void run() {
    tell(STARTED);
    try {
      runTask();
    } finally {
      tell(ENDED);
    }
  }

  @Hidden
  private void runTask() {
    Object bindings = Thread.scopedValueBindings();
    try {
      runner.runWith(bindings, task);
    } finally {
      StackableScope.popAll();
    }
  }

  @Hidden
  @JvmtiHideEvents
  private void tell(MethodHandle notification) {
    try {
      notification.invokeExact(runner);
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }
}
