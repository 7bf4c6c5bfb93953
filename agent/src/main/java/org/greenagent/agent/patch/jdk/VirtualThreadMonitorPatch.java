package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Hubs make those ready that wait for monitors, when these change hands often. */
public final class VirtualThreadMonitorPatch extends JdkPatch {

  public VirtualThreadMonitorPatch() {
    super(
        Patch.LOCK,
        "java.lang.VirtualThread",
        "Hubs make those ready that wait for monitors, when these change hands often; else a thread"
            + " of the JDK does.",
        new Hook.Redirected(
            "unblockVirtualThreads",
            "java.lang.VirtualThread",
            "takeVirtualThreadListToUnblock",
            "()Ljava/lang/VirtualThread;",
            "unblocked",
            true),
        new Hook.Advised("afterYield", "()V", Left.class));
  }

  /** Who blocks is known before anybody can run it. */
  static final class Left {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenMonitors.leaves((Thread) thread);
    }
  }
}
