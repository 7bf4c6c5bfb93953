package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/**
 * Hand-over queues of the JDK do not spin for a partner while others wait for the carrier. They ask
 * the carrier for that, but know only carriers of the JDK's own.
 */
public final class KnownWorkPatch extends JdkPatch {

  public KnownWorkPatch() {
    super(
        Patch.LOCK,
        "java.util.concurrent.ForkJoinWorkerThread",
        "Hand-over queues do not spin for a partner while others wait for the hub.",
        new Hook.Advised("hasKnownQueuedWork", "()Z", KnownWork.class));
  }

  /** Corrects the answer of the stock method. */
  static final class KnownWork {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) boolean result) {
      result = GreenHooks.knownWork(result);
    }
  }
}
