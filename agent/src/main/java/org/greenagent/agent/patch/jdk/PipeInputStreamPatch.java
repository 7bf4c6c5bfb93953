package org.greenagent.agent.patch.jdk;

import java.io.FileInputStream;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** The output of a child process is waited for in the epoll set of the hub. */
public final class PipeInputStreamPatch extends JdkPatch {

  public PipeInputStreamPatch() {
    super(
        Patch.PROCESS,
        "java.lang.Process$PipeInputStream",
        "The output of a child process is waited for in the epoll set of the hub.",
        new Hook.Advised("read", "()I", Read.class),
        new Hook.Advised("read", "([B)I", Read.class),
        new Hook.Advised("read", "([BII)I", Read.class));
  }

  /** Waits on the hub until something is there. */
  static final class Read {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This FileInputStream stream) throws IOException {
      return GreenInput.await(stream);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.Enter boolean closed, @Advice.Return(readOnly = false) int count) {
      if (closed) {
        count = -1;
      }
    }
  }
}
