package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Stack traces end with Thread.run, as on a platform thread. */
public final class ContinuationPatch extends JdkPatch {

  public ContinuationPatch() {
    super(
        Patch.THREAD,
        "java.lang.VirtualThread$VThreadContinuation",
        "Stack traces end with Thread.run, as on a platform thread.",
        new Hook.Advised(
            "wrap",
            "(Ljava/lang/VirtualThread;Ljava/lang/Runnable;)Ljava/lang/Runnable;",
            Wrap.class));
  }

  /** Mounts the half of a facade by a frame that does not show. */
  static final class Wrap {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Runnable enter(@Advice.Argument(1) Runnable task) {
      return GreenHooks.mounted(task);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Enter Runnable own, @Advice.Return(readOnly = false) Runnable mounted) {
      if (own != null) {
        mounted = own;
      }
    }
  }
}
