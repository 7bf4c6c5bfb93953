package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A read from a child process gives the hub away first. */
public final class PipeInputStreamPatch extends JdkPatch {

  public PipeInputStreamPatch() {
    super(
        Patch.PROCESS,
        "java.lang.Process$PipeInputStream",
        "A read from a child process gives the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"));
  }
}
