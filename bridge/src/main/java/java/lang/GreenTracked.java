package java.lang;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import jdk.internal.vm.ThreadContainers;

/**
 * The facades that live, and how many there were: read when somebody asks for all threads.
 *
 * <p>The JDK keeps track of virtual threads, which holds the runner of each. With {@code
 * jdk.trackAllThreads=false} it does not, and they are kept here: platform threads are always
 * known.
 *
 * <p>Threads: any. Blocks: never. Source: {@code
 * ThreadContainers.RootContainer.TrackingRootContainer} of JDK 25.
 */
final class GreenTracked {

  /** Null when the JDK keeps track. */
  private static final Set<Thread> OWN =
      ThreadContainers.trackAllThreads() ? null : ConcurrentHashMap.newKeySet();

  private static final AtomicLong STARTED = new AtomicLong();
  private static final AtomicLong ENDED = new AtomicLong();
  private static final AtomicLong PEAK = new AtomicLong();

  /** The JDK's set, found when it is asked for first; always the same. */
  private static volatile Set<Thread> byJdk;

  private GreenTracked() {}

  /** The links of all live greenlets that have a facade, main's included; weakly consistent. */
  static List<GreenLink> links() {
    List<GreenLink> links = new ArrayList<>();
    for (Thread tracked : OWN == null ? byJdk() : OWN) {
      GreenLink link = GreenLink.ofRunner(tracked);
      if (link != null && link.runner.alive()) {
        links.add(link);
      }
    }
    return links;
  }

  @SuppressWarnings("unchecked")
  private static Set<Thread> byJdk() {
    Set<Thread> known = byJdk;
    if (known == null) {
      Class<?> root = ThreadContainers.root().getClass();
      try {
        known =
            (Set<Thread>)
                MethodHandles.privateLookupIn(root, MethodHandles.lookup())
                    .findStaticGetter(root, "VTHREADS", Set.class)
                    .invoke();
      } catch (Throwable changed) {
        known = Set.of();
      }
      byJdk = known;
    }
    return known;
  }

  /** The virtual half of main's facade is about to start. */
  static void mainStarts(Thread runner) {
    if (OWN != null) {
      OWN.add(runner);
    }
  }

  /** The virtual half of another facade is about to start. */
  static void starts(Thread runner) {
    if (OWN != null) {
      OWN.add(runner);
    }
    long living = STARTED.incrementAndGet() - ENDED.get();
    long peak = PEAK.get();
    while (living > peak && !PEAK.compareAndSet(peak, living)) {
      peak = PEAK.get();
    }
  }

  /** The virtual half of a facade could not be started. */
  static void startFailed() {
    STARTED.decrementAndGet();
  }

  /** A facade is about to end: who joins it finds it counted no more. */
  static void ends() {
    ENDED.incrementAndGet();
  }

  /** The virtual half of a facade has ended, or could not be started. */
  static void ended(Thread runner) {
    if (OWN != null) {
      OWN.remove(runner);
    }
  }

  /** How many facades have been started; main's does not count. */
  static long started() {
    return STARTED.get();
  }

  /** The highest number of live facades since {@link #resetPeak}; main's does not count. */
  static int peak() {
    return (int) PEAK.get();
  }

  static void resetPeak() {
    PEAK.set(STARTED.get() - ENDED.get());
  }
}
