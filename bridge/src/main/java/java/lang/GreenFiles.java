package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import jdk.internal.vm.Continuation;

/**
 * Lets whoever blocks in a system call on a file be signalled out of it by a close or an interrupt,
 * which the JDK does for platform threads only. A greenlet stays on its OS thread during such a
 * call. Initialised with the first use of a file channel.
 *
 * <p>Threads: any; only runners of facades are treated. Blocks: never.
 *
 * <p>Source: {@code sun.nio.ch.NativeThreadSet} of JDK 25.
 */
public final class GreenFiles {

  private static final MethodHandle ANY = id("current");
  private static final MethodHandle OS = id("current0");

  private GreenFiles() {}

  private static MethodHandle id(String name) {
    try {
      Class<?> type = Class.forName("sun.nio.ch.NativeThread");
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findStatic(type, name, MethodType.methodType(long.class));
    } catch (ReflectiveOperationException changed) {
      throw new InternalError(changed);
    }
  }

  /** What {@code NativeThread.current} answers to a platform thread, for the half of a facade. */
  static long nativeThread() {
    try {
      return GreenLink.ofRunner(Thread.currentThread()) == null
          ? (long) ANY.invokeExact()
          : (long) OS.invokeExact();
    } catch (RuntimeException | Error failed) {
      throw failed;
    } catch (Throwable impossible) {
      throw new InternalError(impossible);
    }
  }

  /** Keeps a greenlet on its OS thread while that one is noted; answers whether it does. */
  public static boolean note() {
    if (GreenLink.ofRunner(Thread.currentThread()) == null) {
      return false;
    }
    Continuation.pin();
    return true;
  }

  /** Ends what {@link #note} began, with its answer. */
  public static void noted(boolean pinned) {
    if (pinned) {
      Continuation.unpin();
    }
  }
}
