package org.greenagent.agent.patch.jdk;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** When the virtual half has ended its facade reads TERMINATED. */
public final class VirtualThreadPatch extends JdkPatch {

  public VirtualThreadPatch() {
    super(
        Patch.THREAD,
        "java.lang.VirtualThread",
        "When the virtual half has ended its facade reads TERMINATED; thread dumps look at threads"
            + " that wait only while they cannot go on; a hub carries those for whom the program"
            + " has a scheduler of its own.",
        new Hook.Redirected(
            "tryGetStackTrace",
            "jdk.internal.vm.Continuation",
            "getStackTrace",
            "()[Ljava/lang/StackTraceElement;",
            "stackTrace"),
        new Hook.Advised("afterDone", "(Z)V", Done.class),
        new Hook.Advised("runContinuation", "()V", Carry.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member("java.lang.VirtualThread", "scheduler", "Ljava/util/concurrent/Executor;"));
  }

  /** Settles the facade. */
  static final class Done {
    @Advice.OnMethodExit
    static void exit(@Advice.This Object thread) {
      GreenHooks.afterDone((Thread) thread);
    }
  }

  /** A greenlet that was to carry a virtual thread has that done. */
  static final class Carry {
    @Advice.OnMethodExit(onThrowable = WrongThreadException.class)
    static void exit(
        @Advice.This Object thread, @Advice.Thrown(readOnly = false) Throwable thrown) {
      if (thrown != null) {
        thrown = GreenCarry.carry(thread, thrown);
      }
    }
  }
}
