package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Who connects many sockets lets those run that accept. */
public final class ConnectPatch extends JdkPatch {

  public ConnectPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.SocketChannelImpl",
        "Who connects many sockets without a wait lets others run, those that accept for one.",
        new Hook.Advised("connect", "(Ljava/net/SocketAddress;)Z", Connect.class));
  }

  /** Comes before the call, so that nothing is in the greenlet's hands. */
  static final class Connect {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.mayGiveWay(false);
    }
  }
}
