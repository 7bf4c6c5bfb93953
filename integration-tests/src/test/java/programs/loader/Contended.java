package programs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import programs.Cases;

/** Classes that come while a thread waits for a monitor. */
public final class Contended {

  private Contended() {}

  /** Finds the thread that asks. */
  public static final class Probe implements Supplier<Thread> {

    public Probe() {}

    @Override
    public Thread get() {
      return Thread.currentThread();
    }
  }

  /** Defines the probe anew. */
  private static final class Loader extends ClassLoader {

    Loader() {
      super(Contended.class.getClassLoader());
    }

    Supplier<?> probe() throws IOException, ReflectiveOperationException {
      String file = "programs/loader/Contended$Probe.class";
      try (InputStream in = Contended.class.getClassLoader().getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        Class<?> probe = defineClass(Probe.class.getName(), bytes, 0, bytes.length);
        return (Supplier<?>) probe.getDeclaredConstructor().newInstance();
      }
    }
  }

  /** Loads a class in each of many threads, the while another waits. */
  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    Thread waiter = new Thread(() -> lockOnce(lock));
    synchronized (lock) {
      waiter.start();
      Cases.untilState(waiter, Thread.State.BLOCKED);
      for (int i = 0; i < 20; i++) {
        Cases.start("loads", () -> show(new Loader().probe())).join();
      }
    }
    waiter.join();
  }

  private static void lockOnce(Object lock) {
    synchronized (lock) {
      System.out.println("locked");
    }
  }

  private static void show(Supplier<?> probe) {
    System.out.println("knows its thread: " + (probe.get() == Thread.currentThread()));
  }
}
