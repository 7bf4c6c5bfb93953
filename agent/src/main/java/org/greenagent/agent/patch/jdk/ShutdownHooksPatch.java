package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Shutdown never depends on a hub: from here on threads start as OS threads. */
public final class ShutdownHooksPatch extends JdkPatch {

  public ShutdownHooksPatch() {
    super(
        Patch.THREAD,
        "java.lang.ApplicationShutdownHooks",
        "Shutdown never depends on a hub: from here on threads start as OS threads.",
        new Hook.Advised("runHooks", "()V", Run.class));
  }

  /** Tells that the end has begun. */
  static final class Run {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.runHooks();
    }
  }
}
