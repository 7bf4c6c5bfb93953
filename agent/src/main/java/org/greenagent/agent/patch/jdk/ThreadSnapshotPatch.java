package org.greenagent.agent.patch.jdk;

import java.util.List;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** A thread dump never looks at a virtual thread on its way onto or off its carrier. */
public final class ThreadSnapshotPatch extends JdkPatch {
  private static final String TYPE = "jdk.internal.vm.ThreadSnapshot";

  public ThreadSnapshotPatch() {
    super(
        Patch.THREAD,
        TYPE,
        "A thread dump never looks at a virtual thread on its way onto or off its carrier.",
        new Hook.Redirected(
            "of",
            TYPE,
            "create",
            "(Ljava/lang/Thread;)Ljdk/internal/vm/ThreadSnapshot;",
            "snapshot"));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member(TYPE, "name", "Ljava/lang/String;"),
        new Member(TYPE, "threadStatus", "I"),
        new Member(TYPE, "stackTrace", "[Ljava/lang/StackTraceElement;"),
        new Member(TYPE, "blockerTypeOrdinal", "I"),
        new Member(TYPE, "blockerObject", "Ljava/lang/Object;"));
  }
}
