package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** When the virtual half has ended its facade reads TERMINATED. */
public final class VirtualThreadPatch extends JdkPatch {

  public VirtualThreadPatch() {
    super(
        Patch.THREAD,
        "java.lang.VirtualThread",
        "When the virtual half has ended its facade reads TERMINATED; thread dumps look at threads"
            + " that wait only while they cannot go on.",
        new Hook.Redirected(
            "tryGetStackTrace",
            "jdk.internal.vm.Continuation",
            "getStackTrace",
            "()[Ljava/lang/StackTraceElement;",
            "stackTrace"),
        new Hook.Advised("afterDone", "(Z)V", Done.class));
  }

  /** Settles the facade. */
  static final class Done {
    @Advice.OnMethodExit
    static void exit(@Advice.This Object thread) {
      GreenHooks.afterDone((Thread) thread);
    }
  }
}
