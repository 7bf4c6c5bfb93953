package org.greenagent.agent.patch.jdk;

import java.util.concurrent.Executor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** The JDK's pool for virtual threads is made with the program's first one. */
public final class VirtualThreadSchedulerPatch extends JdkPatch {

  public VirtualThreadSchedulerPatch() {
    super(
        Patch.VIRTUAL,
        "java.lang.VirtualThread",
        "The JDK's pool for virtual threads is made with the program's first one, not with the"
            + " agent's.",
        new Hook.Advised(
            "createDefaultScheduler", "()Ljava/util/concurrent/ForkJoinPool;", Create.class),
        new Hook.Advised("defaultScheduler", "()Ljava/util/concurrent/Executor;", Made.class));
  }

  /** Makes none while the class is initialised. */
  static final class Create {
    @Advice.OnMethodEnter(skipOn = Advice.OnDefaultValue.class)
    static boolean enter() {
      return GreenScheduler.wanted();
    }
  }

  /** Makes the one that was left out. */
  static final class Made {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Executor scheduler) {
      if (scheduler == null) {
        scheduler = GreenScheduler.made();
      }
    }
  }
}
