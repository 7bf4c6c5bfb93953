package programs.loader;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import programs.Cases;

/** Subclasses of Thread, several levels deep, whose class files no loader shows. */
public final class Descendants {
  private Descendants() {}

  /** The first level. */
  public static class Child extends Thread {
    String seen = "";

    /** Notes what somebody saw. */
    void note(String what, boolean same) {
      seen += what + " " + same + " ";
    }
  }

  /** The second level. */
  public static class Grandchild extends Child {
    @Override
    public void run() {
      note("unqualified", currentThread() == this);
      Supplier<Thread> reference = Grandchild::currentThread;
      note("reference", reference.get() == this);
      onSpinWait();
      int found = 0;
      for (int i = 0; i < 3; i++) {
        found += currentThread() == this ? 1 : 0;
      }
      note("in a loop " + found, currentThread().isAlive() || found > 9);
    }
  }

  /** The third level, and a caller that is no thread. */
  public static final class Last extends Grandchild implements Callable<String> {
    @Override
    public String call() throws Exception {
      start();
      join();
      return seen + new Stranger().ask() + Hiding.now();
    }
  }

  /** Calls through the name of a class that it does not extend. */
  static final class Stranger {
    boolean ask() {
      return Grandchild.currentThread() == Thread.currentThread();
    }
  }

  /** Hides the method of Thread. */
  static class Hides extends Child {
    public static Thread currentThread() {
      return null;
    }
  }

  /** Inherits the hiding method. */
  static final class Hiding extends Hides {
    static Thread now() {
      return currentThread();
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    System.out.println("seen " + new Last().call());
    Silent silent = new Silent(Descendants.class.getName());
    Cases.show("from a silent loader", () -> last(silent).call());
    Cases.show("its loader", () -> last(silent).getClass().getClassLoader().getName());
    Silent other = new Silent(Last.class.getName());
    Cases.show(
        "split between two", () -> last(other).getClass().getSuperclass() == Grandchild.class);
  }

  private static Callable<?> last(ClassLoader loader) throws ReflectiveOperationException {
    return (Callable<?>)
        loader.loadClass(Last.class.getName()).getDeclaredConstructor().newInstance();
  }
}
