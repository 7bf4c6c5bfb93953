package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** An accept that times out does not close the socket because of an interrupt. */
public final class ServerSocketPatch extends JdkPatch {

  public ServerSocketPatch() {
    super(
        Patch.THREAD,
        "java.net.ServerSocket",
        "An accept that times out does not close the socket because of an interrupt.",
        new Hook.Redirected("implAccept", "java.lang.Thread", "isVirtual", "()Z", "isVirtual"));
  }
}
