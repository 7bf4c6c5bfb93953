package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** An interrupt does not end the wait of a DatagramSocket. */
public final class DatagramChannelImplPatch extends JdkPatch {

  public DatagramChannelImplPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.DatagramChannelImpl",
        "An interrupt does not end the wait of a DatagramSocket.",
        new Hook.Redirected("park", "java.lang.Thread", "isInterrupted", "()Z", "heardInterrupt"));
  }
}
