package java.lang;

import jdk.internal.misc.VM;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.annotation.Hidden;

/**
 * What the virtual half of a started thread runs: the facade's {@code run}, then what {@code
 * Thread.exit} does on a platform thread.
 *
 * <p>Threads: the runner. Its frame is hidden, so that traces end as they do on the stock JDK.
 */
final class GreenBody implements GreenTask {

  private final Thread facade;

  GreenBody(Thread facade) {
    this.facade = facade;
  }

  @Hidden
  @Override
  @SuppressWarnings("DoNotCall") // this is the thread itself, by its other name
  public void run() {
    Thread thread = facade;
    try {
      thread.run();
    } catch (Throwable uncaught) {
      dispatch(thread, uncaught);
    } finally {
      exit(thread);
    }
  }

  /** As the JVM does, {@code JavaThread::exit} in javaThread.cpp of JDK 25. */
  private static void dispatch(Thread thread, Throwable uncaught) {
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

  private static void exit(Thread thread) {
    ThreadContainer container = thread.threadContainer();
    if (container != null) {
      container.remove(thread);
    }
    thread.clearReferences();
    GreenTracked.ends();
  }
}
