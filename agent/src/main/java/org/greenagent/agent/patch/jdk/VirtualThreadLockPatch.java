package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/**
 * A park that cannot unmount blocks its OS thread; hubs see to monitors that change hands often.
 */
public final class VirtualThreadLockPatch extends JdkPatch {

  public VirtualThreadLockPatch() {
    super(
        Patch.LOCK,
        "java.lang.VirtualThread",
        "A park that cannot unmount blocks its OS thread, so the hub goes on without it; hubs make"
            + " those ready that wait for monitors when these change hands often, else a thread of"
            + " the JDK does.",
        new Hook.Redirected(
            "unblockVirtualThreads",
            "java.lang.VirtualThread",
            "takeVirtualThreadListToUnblock",
            "()Ljava/lang/VirtualThread;",
            "unblocked",
            true),
        new Hook.Advised("parkOnCarrierThread", "(ZJ)V", Pinned.class),
        new Hook.Advised("afterYield", "()V", Left.class));
  }

  /** Gives the hub away first. */
  static final class Pinned {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.pinned();
    }
  }

  /** Who blocks is known before anybody can run it. */
  static final class Left {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenMonitors.leaves((Thread) thread);
    }
  }
}
