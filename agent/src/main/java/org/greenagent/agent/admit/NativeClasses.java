package org.greenagent.agent.admit;

import java.util.concurrent.ForkJoinWorkerThread;

/** Remembers for each class whether the rules name it. Threads: any. */
final class NativeClasses extends ClassValue<Boolean> {
  @Override
  protected Boolean computeValue(Class<?> type) {
    return ForkJoinWorkerThread.class.isAssignableFrom(type) || NativeRule.anyNames(type);
  }
}
