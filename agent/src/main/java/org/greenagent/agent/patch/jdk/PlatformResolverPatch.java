package org.greenagent.agent.patch.jdk;

import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A name look-up gives the hub away first. */
public final class PlatformResolverPatch extends JdkPatch {

  public PlatformResolverPatch() {
    super(
        Patch.DNS,
        "java.net.InetAddress$PlatformResolver",
        "A name look-up gives the hub away first.",
        new Hook.Redirected("*", "jdk.internal.misc.Blocker", "begin", "()Z", "blockerBegin"));
  }
}
