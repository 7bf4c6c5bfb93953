package java.lang;

import jdk.internal.misc.VM;
import jdk.internal.vm.ThreadContainer;

/**
 * What ends a started thread: what the JVM and {@code Thread.exit} do on a platform thread.
 *
 * <p>Threads: the runner.
 */
final class GreenExit {

  private GreenExit() {}

  /** As the JVM does, {@code JavaThread::exit} in javaThread.cpp of JDK 25. */
  static void dispatch(Thread thread, Throwable uncaught) {
    try {
      thread.dispatchUncaughtException(uncaught);
    } catch (Throwable again) {
      VM.initialErr()
          .println(
              "\nException: "
                  + again.getClass().getName()
                  + " thrown from the UncaughtExceptionHandler in thread \""
                  + thread.getName()
                  + "\"");
    }
  }

  /** As {@code Thread.exit}, which nobody calls on a facade. */
  static void exit(Thread thread) {
    ThreadContainer container = thread.threadContainer();
    if (container != null) {
      container.remove(thread);
    }
    thread.clearReferences();
    GreenTracked.ends();
  }
}
