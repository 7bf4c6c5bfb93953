package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A receive that times out does not close the socket because of an interrupt. */
public final class DatagramSocketAdaptorPatch extends JdkPatch {

  public DatagramSocketAdaptorPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.DatagramSocketAdaptor",
        "A receive that times out does not close the socket because of an interrupt.",
        new Hook.Redirected("receive", "java.lang.Thread", "isVirtual", "()Z", "isVirtual"));
  }
}
