package org.greenagent.agent.patch.jdk;

import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Disconnecting a datagram channel puts another socket under the same descriptor. */
public final class DatagramDispatcherPatch extends JdkPatch {

  public DatagramDispatcherPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.DatagramDispatcher",
        "Disconnecting a datagram channel puts another socket under the same descriptor.",
        new Hook.Advised(
            "dup", "(Ljava/io/FileDescriptor;Ljava/io/FileDescriptor;)V", Close.class));
  }

  /** Forgets the descriptor first. */
  static final class Close {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(1) FileDescriptor fd) {
      GreenHooks.closing(fd);
    }
  }
}
