package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** An interrupt neither ends a socket wait nor closes the socket, as on a platform thread. */
public final class NioSocketImplPatch extends JdkPatch {

  public NioSocketImplPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.NioSocketImpl",
        "An interrupt neither ends a socket wait nor closes the socket, as on a platform thread.",
        new Hook.Redirected("park", "java.lang.Thread", "isInterrupted", "()Z", "heardInterrupt"));
  }
}
