package java.lang;

import java.lang.invoke.MethodHandles;
import java.util.Set;
import jdk.internal.vm.ThreadContainers;

/**
 * The virtual threads that the JDK keeps track of, which holds the runner of each live facade. Read
 * when somebody asks for all threads; empty with {@code jdk.trackAllThreads=false}.
 *
 * <p>Source: {@code ThreadContainers.RootContainer.TrackingRootContainer} of JDK 25.
 */
final class GreenTracked {

  private static final Set<Thread> ALL = all();

  private GreenTracked() {}

  /** A live view; weakly consistent. */
  static Set<Thread> virtualThreads() {
    return ALL;
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
