package org.greenagent.agent.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenagent.config.Patch;

/**
 * Decides in which classes the call sites of Thread's static methods are redirected, and redirects
 * them. Immutable; threads: any.
 */
final class CallSites {
  /** Types of java.base outside {@code java.util.concurrent} that are covered, by prefix. */
  private static final List<String> EXTRA_TYPES = List.of("java/util/Timer");

  private static final String CONCURRENT = "java/util/concurrent/";

  /** What is left alone there: it means the carrier, or the virtual thread itself. */
  private static final List<String> EXCEPT =
      List.of(
          CONCURRENT + "locks/LockSupport",
          CONCURRENT + "ThreadLocalRandom",
          CONCURRENT + "ForkJoin",
          CONCURRENT + "DelayScheduler",
          CONCURRENT + "StructuredTaskScope");

  /**
   * It asks the current thread for its class loader alone, which both halves answer alike. When it
   * is changed the JVM loads what it refers to, and other agents change that at once.
   */
  private static final String ALIKE = "java/util/logging/LogManager";

  /** What the agent's jar holds; a program may well have other packages under the same root. */
  private static final List<String> OURS =
      List.of(
          "org/greenagent/Green",
          "org/greenagent/agent/",
          "org/greenagent/config/",
          "org/greenagent/coroutine/",
          "org/greenagent/dns/",
          "org/greenagent/event/",
          "org/greenagent/greenlet/",
          "org/greenagent/hub/",
          "org/greenagent/loop/",
          "org/greenagent/management/",
          "org/greenagent/pool/",
          "org/greenagent/process/",
          "org/greenagent/queue/",
          "org/greenagent/server/",
          "org/greenagent/shaded/",
          "org/greenagent/sync/",
          "org/greenagent/util/",
          "org/greenagent/vthread/",
          "org/greenagent/watch/");

  private final List<ByteSearch> words = new ArrayList<>();
  private final PoolRewriter rewriter;

  /** Redirects what the patches in {@code active} ask for. */
  CallSites(Set<Patch> active) {
    List<PoolRewriter.Target> targets = new ArrayList<>();
    if (active.contains(Patch.THREAD)) {
      targets.add(new PoolRewriter.Target("currentThread", "()Ljava/lang/Thread;"));
    }
    if (active.contains(Patch.LOCK)) {
      targets.add(new PoolRewriter.Target("onSpinWait", "()V"));
    }
    for (PoolRewriter.Target target : targets) {
      words.add(new ByteSearch(target.name()));
    }
    rewriter = new PoolRewriter(targets);
  }

  /** Whether there is anything to redirect at all. */
  boolean any() {
    return !words.isEmpty();
  }

  /**
   * Whether classes of that name are covered.
   *
   * @param type internal name
   * @param base whether the class is in java.base
   */
  static boolean covers(String type, boolean base) {
    return base
        ? begins(type, EXTRA_TYPES) || (type.startsWith(CONCURRENT) && !begins(type, EXCEPT))
        : !type.equals(ALIKE) && !begins(type, OURS);
  }

  /**
   * The class with its call sites redirected; null when it has none.
   *
   * @param loader the loader of the class, null for the boot loader
   */
  byte[] rewrite(ClassLoader loader, byte[] bytes) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).in(bytes)) {
        return rewriter.rewrite(bytes, new Inheritance(loader));
      }
    }
    return null;
  }

  private static boolean begins(String type, List<String> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      if (type.startsWith(prefixes.get(i))) {
        return true;
      }
    }
    return false;
  }
}
