package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** MappedByteBuffer.force gives the hub away first. */
public final class MappedMemoryUtilsPatch extends JdkPatch {

  public MappedMemoryUtilsPatch() {
    super(
        Patch.FILE,
        "java.nio.MappedMemoryUtils",
        "MappedByteBuffer.force gives the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"));
  }
}
