package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** The JDK need not start its own poller threads while the hubs poll. */
public final class PollersPatch extends JdkPatch {

  public PollersPatch() {
    super(
        Patch.VIRTUAL,
        "sun.nio.ch.Poller$Pollers",
        "The JDK need not start its own poller threads while the hubs poll.",
        new Hook.Advised("start", "()V", Start.class));
  }

  /** Leaves the threads out. */
  static final class Start {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter() {
      return GreenHooks.pollersNeedNotStart();
    }
  }
}
