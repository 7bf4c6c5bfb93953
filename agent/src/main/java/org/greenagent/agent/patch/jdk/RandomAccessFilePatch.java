package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Synchronous writes give the hub away first. */
public final class RandomAccessFilePatch extends JdkPatch {

  public RandomAccessFilePatch() {
    super(
        Patch.FILE,
        "java.io.RandomAccessFile",
        "Synchronous writes give the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "(Z)Z", "blockerMayBegin"));
  }
}
