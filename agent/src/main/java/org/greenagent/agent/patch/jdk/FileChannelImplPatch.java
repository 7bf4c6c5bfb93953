package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Forcing, locking and direct transfers give the hub away first. */
public final class FileChannelImplPatch extends JdkPatch {

  public FileChannelImplPatch() {
    super(
        Patch.FILE,
        "sun.nio.ch.FileChannelImpl",
        "Forcing, locking and direct transfers give the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"),
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "(Z)Z", "blockerMayBegin"));
  }
}
