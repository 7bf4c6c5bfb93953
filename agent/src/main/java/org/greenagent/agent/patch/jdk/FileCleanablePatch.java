package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A pipe that nobody closed leaves the epoll set before its number is used again. */
public final class FileCleanablePatch extends JdkPatch {

  public FileCleanablePatch() {
    super(
        Patch.PROCESS,
        "java.io.FileCleanable",
        "A pipe that nobody closed leaves the epoll set before its number is used again.",
        new Hook.Advised("performCleanup", "()V", Close.class));
  }

  /** Forgets the descriptor first. */
  static final class Close {
    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("fd") int fd) {
      GreenHooks.closing(fd);
    }
  }
}
