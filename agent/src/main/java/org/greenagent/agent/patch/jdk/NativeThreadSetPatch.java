package org.greenagent.agent.patch.jdk;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** A close or an interrupt ends a wait in a file channel, as for a platform thread. */
public final class NativeThreadSetPatch extends JdkPatch {

  public NativeThreadSetPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.NativeThreadSet",
        "A close or an interrupt ends a wait in a file channel, as for a platform thread.",
        new Hook.Redirected("add", "sun.nio.ch.NativeThread", "current", "()J", "nativeThread"),
        new Hook.Redirected("remove", "sun.nio.ch.NativeThread", "current", "()J", "nativeThread"),
        new Hook.Advised("add", "()I", Add.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(new Member("sun.nio.ch.NativeThread", "current0", "()J"));
  }

  /** The OS thread that is noted is the one that makes the system call. */
  static final class Add {
    @Advice.OnMethodEnter
    static boolean enter() {
      return GreenFiles.note();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter boolean pinned) {
      GreenFiles.noted(pinned);
    }
  }
}
