package org.greenagent.agent.patch.jdk;

import java.io.FileDescriptor;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** The pipe of a child process leaves the epoll set before it is closed. */
public final class FileDescriptorClosePatch extends JdkPatch {

  public FileDescriptorClosePatch() {
    super(
        Patch.PROCESS,
        "java.io.FileDescriptor",
        "The pipe of a child process leaves the epoll set before it is closed.",
        new Hook.Advised("close", "()V", Close.class));
  }

  /** Forgets the descriptor first, and whoever waits on it again after that. */
  static final class Close {
    @Advice.OnMethodEnter
    static int enter(@Advice.This FileDescriptor fd) {
      return GreenInput.closing(fd);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter int number) {
      GreenInput.closed(number);
    }
  }
}
