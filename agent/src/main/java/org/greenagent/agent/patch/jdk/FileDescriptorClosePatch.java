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

  /** Forgets the descriptor first. */
  static final class Close {
    @Advice.OnMethodEnter
    static void enter(@Advice.This FileDescriptor fd) {
      GreenHooks.closing(fd);
    }
  }
}
