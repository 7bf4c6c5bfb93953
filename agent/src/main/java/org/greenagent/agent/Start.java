package org.greenagent.agent;

import java.lang.instrument.Instrumentation;

/**
 * What {@link Premain} calls once it knows that the JVM is new enough; compiled for Java 8 as it
 * is. A call by reflection would make the JVM spin three classes.
 */
interface Start {
  /**
   * Starts the agent.
   *
   * @param arguments those of {@code -javaagent}; null when there are none
   * @return why nothing may be patched in this JVM, as the end of a sentence; null when it may
   * @throws Throwable when a step failed: nothing is in force then
   */
  String start(String arguments, Instrumentation instrumentation) throws Throwable;
}
