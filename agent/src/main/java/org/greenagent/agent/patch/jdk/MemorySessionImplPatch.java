package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Memory of a confined arena is accessible by the thread that the program knows. */
public final class MemorySessionImplPatch extends JdkPatch {

  public MemorySessionImplPatch() {
    super(
        Patch.THREAD,
        "jdk.internal.foreign.MemorySessionImpl",
        "Memory of a confined arena is accessible by the thread that the program knows.",
        new Hook.Advised("isAccessibleBy", "(Ljava/lang/Thread;)Z", Accessible.class));
  }

  /** Names the half that owns it. */
  static final class Accessible {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false) Thread thread) {
      thread = GreenHooks.parking(thread);
    }
  }
}
