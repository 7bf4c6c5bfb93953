package org.greenagent.agent.patch.jdk;

import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A descriptor leaves the epoll set before it is closed, so that its number can be used again. */
public final class UnixDispatcherPatch extends JdkPatch {

  public UnixDispatcherPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.UnixDispatcher",
        "A descriptor leaves the epoll set before it is closed, so that its number can be used"
            + " again.",
        new Hook.Advised("close", "(Ljava/io/FileDescriptor;)V", Close.class),
        new Hook.Advised("implPreClose", "(Ljava/io/FileDescriptor;JJ)V", Close.class));
  }

  /** Forgets the descriptor first. */
  static final class Close {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(0) FileDescriptor fd) {
      GreenHooks.closing(fd);
    }
  }
}
