package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A park that cannot unmount blocks its OS thread, so the hub goes on without it. */
public final class VirtualThreadPinnedPatch extends JdkPatch {

  public VirtualThreadPinnedPatch() {
    super(
        Patch.LOCK,
        "java.lang.VirtualThread",
        "A park that cannot unmount blocks its OS thread, so the hub goes on without it.",
        new Hook.Advised("parkOnCarrierThread", "(ZJ)V", Pinned.class));
  }

  /** Gives the hub away first. */
  static final class Pinned {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.pinned();
    }
  }
}
