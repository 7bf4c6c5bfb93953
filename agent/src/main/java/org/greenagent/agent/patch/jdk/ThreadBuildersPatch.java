package org.greenagent.agent.patch.jdk;

import java.util.concurrent.Executor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Virtual threads for which the program names no scheduler are placed on the hubs in turn. */
public final class ThreadBuildersPatch extends JdkPatch {

  public ThreadBuildersPatch() {
    super(
        Patch.VIRTUAL,
        "java.lang.ThreadBuilders",
        "Virtual threads for which the program names no scheduler are placed on the hubs in turn.",
        new Hook.Advised(
            "newVirtualThread",
            "(Ljava/util/concurrent/Executor;Ljava/lang/String;ILjava/lang/Runnable;)Ljava/lang/Thread;",
            Place.class));
  }

  /** Names the next hub as the scheduler. */
  static final class Place {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(value = 0, readOnly = false) Executor scheduler,
        @Advice.Argument(1) String name) {
      scheduler = GreenScheduler.of(scheduler, name);
    }
  }
}
