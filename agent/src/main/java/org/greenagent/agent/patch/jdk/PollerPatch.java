package org.greenagent.agent.patch.jdk;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Every wait for a socket, channel or pipe goes to the epoll set of the hub. */
public final class PollerPatch extends JdkPatch {

  public PollerPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.Poller",
        "Every wait for a socket, channel or pipe goes to the epoll set of the hub.",
        new Hook.Advised("poll", "(IIJLjava/util/function/BooleanSupplier;)V", Poll.class),
        new Hook.Advised("stopPoll", "(II)V", Stop.class));
  }

  /** Waits on the hub when there is one. */
  static final class Poll {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(
        @Advice.Argument(0) int fd,
        @Advice.Argument(1) int event,
        @Advice.Argument(2) long nanos,
        @Advice.Argument(3) BooleanSupplier open)
        throws IOException {
      return GreenHooks.poll(fd, event, nanos, open);
    }
  }

  /** Wakes who waits on a hub, then who waits on the JDK's poller. */
  static final class Stop {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) int fd, @Advice.Argument(1) int event) {
      GreenHooks.stopPoll(fd, event);
    }
  }
}
