package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A socket wait of a platform thread does not hear interrupts, whoever polls for it. */
public final class PollerParkPatch extends JdkPatch {

  public PollerParkPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.Poller",
        "A socket wait of a platform thread does not hear interrupts, whoever polls for it.",
        new Hook.Redirected(
            "poll", "java.util.concurrent.locks.LockSupport", "park", "()V", "pollerPark"),
        new Hook.Redirected(
            "poll",
            "java.util.concurrent.locks.LockSupport",
            "parkNanos",
            "(J)V",
            "pollerParkNanos"));
  }
}
