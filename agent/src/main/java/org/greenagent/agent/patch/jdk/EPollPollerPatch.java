package org.greenagent.agent.patch.jdk;

import java.util.List;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** The JDK's pollers take no descriptors while they are not needed. */
public final class EPollPollerPatch extends JdkPatch {
  private static final String TYPE = "sun.nio.ch.EPollPoller";

  public EPollPollerPatch() {
    super(
        Patch.VIRTUAL,
        TYPE,
        "The JDK's pollers take no descriptors while they are not needed.",
        new Hook.Redirected("<init>", "sun.nio.ch.EPoll", "create", "()I", "pollerSet"));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member(TYPE, "epfd", "I"),
        new Member("sun.nio.ch.UnixFileDispatcherImpl", "closeIntFD", "(I)V"));
  }
}
