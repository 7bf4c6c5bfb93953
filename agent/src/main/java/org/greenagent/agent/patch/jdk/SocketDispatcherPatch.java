package org.greenagent.agent.patch.jdk;

import java.io.FileDescriptor;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Greenlets use the system calls that are made for sockets, which cost the kernel less. */
public final class SocketDispatcherPatch extends JdkPatch {

  public SocketDispatcherPatch() {
    super(
        Patch.SOCKET,
        "sun.nio.ch.SocketDispatcher",
        "Reads and writes of sockets are recv(2) and send(2), which cost the kernel less than"
            + " read(2) and write(2); a greenlet that does not wait lets others run there.",
        new Hook.Advised("read", "(Ljava/io/FileDescriptor;JI)I", Read.class),
        new Hook.Advised("write", "(Ljava/io/FileDescriptor;JI)I", Write.class));
  }

  /** Asks the JDK only when the hook says so. */
  static final class Read {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static int enter(
        @Advice.This Object dispatcher,
        @Advice.Argument(0) FileDescriptor fd,
        @Advice.Argument(1) long address,
        @Advice.Argument(2) int length)
        throws IOException {
      return GreenHooks.received(dispatcher, fd, address, length);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter int done, @Advice.Return(readOnly = false) int count) {
      if (done != 0) {
        count = done;
      }
    }
  }

  /** Asks the JDK only when the hook says so. */
  static final class Write {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static int enter(
        @Advice.This Object dispatcher,
        @Advice.Argument(0) FileDescriptor fd,
        @Advice.Argument(1) long address,
        @Advice.Argument(2) int length)
        throws IOException {
      return GreenHooks.sent(dispatcher, fd, address, length);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter int done, @Advice.Return(readOnly = false) int count) {
      if (done != 0) {
        count = done;
      }
    }
  }
}
