package org.greenagent.agent.patch.jdk;

import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/**
 * Who reads a socket that is known to be empty waits at once; who connects many lets others run.
 */
public final class NioSocketReadPatch extends JdkPatch {

  public NioSocketReadPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.NioSocketImpl",
        "A socket that the last read has emptied is waited for at once, not asked again first;"
            + " who connects many without a wait lets others run.",
        new Hook.Advised("connect", "(Ljava/net/SocketAddress;I)V", ConnectPatch.Connect.class),
        new Hook.Advised("tryRead", "(Ljava/io/FileDescriptor;[BII)I", Read.class));
  }

  /** Leaves out the read that would find nothing. */
  static final class Read {

    /** {@code sun.nio.ch.IOStatus.UNAVAILABLE}. */
    static final int UNAVAILABLE = -2;

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) FileDescriptor fd) {
      return GreenHooks.knownEmpty(fd);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Enter boolean empty,
        @Advice.Argument(0) FileDescriptor fd,
        @Advice.Argument(3) int wanted,
        @Advice.Return(readOnly = false) int count) {
      if (empty) {
        count = UNAVAILABLE;
      } else if (count > 0 && count < wanted) {
        GreenHooks.shortRead(fd);
      }
    }
  }
}
