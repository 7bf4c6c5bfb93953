package java.lang;

import java.lang.invoke.MethodHandles;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.internal.vm.ThreadContainers;

/**
 * The virtual threads that the JDK keeps track of, which holds the runner of each live facade. Read
 * when somebody asks for all threads. With {@code jdk.trackAllThreads=false} the JDK keeps track of
 * none, and those that are facades' halves are kept here: platform threads are always known.
 *
 * <p>Source: {@code ThreadContainers.RootContainer.TrackingRootContainer} of JDK 25.
 */
final class GreenTracked {

  private static final boolean BY_JDK = ThreadContainers.trackAllThreads();
  private static final Set<Thread> ALL = BY_JDK ? all() : ConcurrentHashMap.newKeySet();

  private GreenTracked() {}

  /** A live view; weakly consistent. */
  static Set<Thread> virtualThreads() {
    return ALL;
  }

  /** The virtual half of a facade is about to start. */
  static void starts(Thread runner) {
    if (!BY_JDK) {
      ALL.add(runner);
    }
  }

  /** The virtual half of a facade has ended, or could not be started. */
  static void ended(Thread runner) {
    if (!BY_JDK) {
      ALL.remove(runner);
    }
  }

  @SuppressWarnings("unchecked")
  private static Set<Thread> all() {
    Class<?> root = ThreadContainers.root().getClass();
    try {
      return (Set<Thread>)
          MethodHandles.privateLookupIn(root, MethodHandles.lookup())
              .findStaticGetter(root, "VTHREADS", Set.class)
              .invoke();
    } catch (Throwable untracked) {
      return Set.of();
    }
  }
}
