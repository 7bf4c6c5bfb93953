package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Hubs that sleep are observed too when somebody begins to record. */
public final class JdkEventsPatch extends JdkPatch {

  public JdkEventsPatch() {
    super(
        Patch.THREAD,
        "jdk.jfr.internal.JDKEvents",
        "Hubs are observed from the moment on that somebody begins to record.",
        new Hook.Advised("initialize", "()V", Begun.class));
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  /** Says so. */
  static final class Begun {
    @Advice.OnMethodExit
    static void exit() {
      GreenRecords.begun();
    }
  }
}
