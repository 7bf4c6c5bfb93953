package org.greenagent.agent.patch.jdk;

import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A selector waits as one descriptor in the epoll set of the hub. */
public final class PollerSelectPatch extends JdkPatch {

  public PollerSelectPatch() {
    super(
        Patch.SELECT,
        "sun.nio.ch.Poller",
        "A selector waits as one descriptor in the epoll set of the hub.",
        new Hook.Advised("pollSelector", "(IJ)V", Poll.class));
  }

  /** Waits on the hub when there is one. */
  static final class Poll {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) int fd, @Advice.Argument(1) long nanos)
        throws IOException {
      return GreenHooks.pollSelector(fd, nanos);
    }
  }
}
