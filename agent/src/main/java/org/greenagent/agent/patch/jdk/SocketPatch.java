package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A read that times out does not close the socket because of an interrupt. */
public final class SocketPatch extends JdkPatch {

  public SocketPatch() {
    super(
        Patch.THREAD,
        "java.net.Socket$SocketInputStream",
        "A read that times out does not close the socket because of an interrupt.",
        new Hook.Redirected("implRead", "java.lang.Thread", "isVirtual", "()Z", "isVirtual"));
  }
}
