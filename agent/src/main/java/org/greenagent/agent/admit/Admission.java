package org.greenagent.agent.admit;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.greenagent.agent.admit.NativeClasses.Verdict;
import org.greenagent.config.Settings;
import org.greenagent.config.ThreadPattern;

/**
 * Decides which started threads become greenlets. Pure but for one flag: the decision depends on
 * the thread, the settings, and on whether the JVM is going down. Threads: any. Blocks: never.
 */
public final class Admission {
  private final List<ThreadPattern> exclude;
  private final List<ThreadPattern> include;
  private final NativeClasses nativeClasses = new NativeClasses();

  // writes: the thread that runs the shutdown, once; reads: any
  private volatile boolean shuttingDown;

  // 0 until asked for; writes: any, always the same value
  private volatile long carrierStackBytes;

  /** Decides by those settings. */
  public Admission(Settings settings) {
    exclude = settings.exclude();
    include = settings.include();
  }

  /**
   * Whether the thread becomes a greenlet.
   *
   * @param thread the thread, not started yet
   * @param task what it was made with; null when it overrides {@code run}
   * @param stackSize the stack it asks for in bytes, 0 for the default
   */
  public boolean admits(Thread thread, Runnable task, long stackSize) {
    return whyNative(thread, task, stackSize) == null;
  }

  /** Why {@link #admits} says no; null when it says yes. */
  public String whyNative(Thread thread, Runnable task, long stackSize) {
    if (shuttingDown) {
      return "It is started once the shutdown has begun.";
    }
    String rule = nativeClasses.get(thread.getClass()).whyNative();
    rule = rule == null ? whyNative(task) : rule;
    if (rule != null) {
      return rule;
    }
    if (stackSize != 0 && stackSize > carrierStack()) {
      return "It asks for a larger stack than the JVM's default.";
    }
    return exclude.isEmpty() || !excluded(thread, task) ? null : "green.exclude names it.";
  }

  /** From now on no thread becomes a greenlet: a shutdown must not depend on a hub. */
  public void shutdownStarted() {
    shuttingDown = true;
  }

  private String whyNative(Runnable task) {
    if (task == null) {
      return null;
    }
    Runnable shown = PoolWorker.is(task) ? PoolWorker.firstTask(task) : task;
    if (shown == null) {
      // it will ask its pool what to do: all that is known of it is who makes its threads
      ThreadFactory factory = PoolWorker.factory(task);
      return factory == null ? null : whyRemote(nativeClasses.get(factory.getClass()));
    }
    Verdict verdict = nativeClasses.get(shown.getClass());
    return verdict.remote() ? whyRemote(verdict) : verdict.whyNative();
  }

  private static String whyRemote(Verdict verdict) {
    return verdict.remote() && RemoteManagement.starting()
        ? "It serves RMI for the JVM's own management agent."
        : null;
  }

  private boolean excluded(Thread thread, Runnable task) {
    StartedThread traits = new StartedThread(thread, task);
    return ThreadPattern.anyMatches(exclude, traits) && !ThreadPattern.anyMatches(include, traits);
  }

  private long carrierStack() {
    long bytes = carrierStackBytes;
    if (bytes == 0) {
      bytes = CarrierStack.bytes();
      carrierStackBytes = bytes;
    }
    return bytes;
  }
}
