package programs.stack;

import programs.Cases;

/** How deep each kind of thread can call. */
public final class Depths {
  private static final long LARGE = 32 << 20;

  private Depths() {}

  /** Prints a name and a number a line. */
  public static void main(String[] args) {
    System.out.println("main " + depth());
    print(new Thread(Depths::printDepth, "default"));
    print(new Thread(null, Depths::printDepth, "small", 1));
    print(new Thread(null, Depths::printDepth, "large", LARGE));
    print(new Thread(Depths::printDepth, "native-default"));
    print(new Thread(null, Depths::printDepth, "native-large", LARGE));
  }

  private static void print(Thread thread) {
    thread.start();
    Cases.join(thread);
  }

  private static void printDepth() {
    System.out.println(Thread.currentThread().getName() + " " + depth());
  }

  private static int depth() {
    int[] deepest = {0};
    try {
      call(deepest, 1);
    } catch (StackOverflowError e) {
      return deepest[0];
    }
    throw new AssertionError();
  }

  private static int call(int[] deepest, int depth) {
    deepest[0] = depth;
    return call(deepest, depth + 1) + 1;
  }
}
