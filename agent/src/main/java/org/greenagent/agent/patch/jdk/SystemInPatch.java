package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A read from standard input gives the hub away first. */
public final class SystemInPatch extends JdkPatch {

  public SystemInPatch() {
    super(
        Patch.PROCESS,
        "java.lang.System$In",
        "A read from standard input gives the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"));
  }
}
