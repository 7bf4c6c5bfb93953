package org.greenagent.agent.patch.jdk;

import java.util.stream.Stream;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A type whose calls that are known to block, which the JDK announces, give the hub away first. */
public final class BlockerPatch extends JdkPatch {

  /** How the JDK announces such a call. */
  public enum Announced {
    /** By {@code Blocker.begin()}. */
    ALWAYS("()Z", "blockerBegin"),
    /** By {@code Blocker.begin(boolean)}, which says whether this one may block. */
    SOMETIMES("(Z)Z", "blockerMayBegin");

    private final String descriptor;
    private final String bridgeMethod;

    Announced(String descriptor, String bridgeMethod) {
      this.descriptor = descriptor;
      this.bridgeMethod = bridgeMethod;
    }

    Hook handedOver() {
      return new Hook.Redirected(
          "*", "jdk.internal.misc.Blocker", "begin", descriptor, bridgeMethod);
    }
  }

  public BlockerPatch(Patch toggle, String type, String why, Announced... calls) {
    super(toggle, type, why, Stream.of(calls).map(Announced::handedOver).toArray(Hook[]::new));
  }
}
