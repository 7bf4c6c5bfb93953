package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Who connects many sockets lets those run that accept. */
public final class ConnectPatch extends JdkPatch {

  /** The method {@code connect} of that class, with that descriptor. */
  public ConnectPatch(String type, String descriptor) {
    super(
        Patch.SOCKET,
        type,
        "Who connects many sockets without a wait lets others run, those that accept for one.",
        new Hook.Advised("connect", descriptor, Connect.class));
  }

  /** Comes before the call, so that nothing is in the greenlet's hands. */
  static final class Connect {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.connects();
    }
  }
}
