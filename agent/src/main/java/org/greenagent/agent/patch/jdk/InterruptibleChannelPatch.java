package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** What others throw at a greenlet of the library leaves its channels open. */
public final class InterruptibleChannelPatch extends JdkPatch {

  public InterruptibleChannelPatch() {
    super(
        Patch.SOCKET,
        "java.nio.channels.spi.AbstractInterruptibleChannel",
        "What others throw at a greenlet of the library leaves its channels open.",
        new Hook.Redirected(
            "begin", "java.lang.Thread", "isInterrupted", "()Z", "interruptCloses"));
  }
}
