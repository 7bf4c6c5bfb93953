package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** FileDescriptor.sync gives the hub away first. */
public final class FileDescriptorPatch extends JdkPatch {

  public FileDescriptorPatch() {
    super(
        Patch.FILE,
        "java.io.FileDescriptor",
        "FileDescriptor.sync gives the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"));
  }
}
