package org.greenagent.agent.admit;

import java.util.concurrent.ForkJoinWorkerThread;

/** Remembers for each class what the rules say of it. Threads: any. */
final class NativeClasses extends ClassValue<NativeClasses.Verdict> {
  /**
   * What follows for a thread from one class.
   *
   * @param whyNative why it stays an OS thread; null when that depends on other things
   * @param remote whether it depends on who starts it, see {@link RemoteManagement}
   */
  record Verdict(String whyNative, boolean remote) {
    static final Verdict ORDINARY = new Verdict(null, false);
    static final Verdict REMOTE = new Verdict(null, true);
  }

  @Override
  protected Verdict computeValue(Class<?> type) {
    NativeRule rule =
        ForkJoinWorkerThread.class.isAssignableFrom(type)
            ? NativeRule.ALL.getFirst()
            : NativeRule.of(type);
    if (rule != null) {
      return new Verdict(rule.reason(), false);
    }
    return RemoteManagement.mayServe(type) ? Verdict.REMOTE : Verdict.ORDINARY;
  }
}
