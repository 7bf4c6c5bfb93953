package org.greenagent.agent.patch.jdk;

import java.io.FileInputStream;
import java.io.IOException;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Standard input is waited for in the epoll set of the hub; a file gives the hub away. */
public final class SystemInPatch extends JdkPatch {

  public SystemInPatch() {
    super(
        Patch.PROCESS,
        "java.lang.System$In",
        "Standard input is waited for in the epoll set of the hub; a file gives the hub away.",
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
