package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A facade parks and is unparked as its virtual half. */
public final class LockSupportPatch extends JdkPatch {

  public LockSupportPatch() {
    super(
        Patch.THREAD,
        "java.util.concurrent.locks.LockSupport",
        "A facade parks and is unparked as its virtual half.",
        new Hook.Advised("unpark", "(Ljava/lang/Thread;)V", Target.class),
        new Hook.Advised("getBlocker", "(Ljava/lang/Thread;)Ljava/lang/Object;", Blocker.class));
  }

  /** Names the half that parks. */
  static final class Target {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false) Thread thread) {
      thread = GreenHooks.parking(thread);
    }
  }

  /** As {@link Target}, and nothing while the thread joins another. */
  static final class Blocker {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false) Thread thread) {
      thread = GreenHooks.parking(thread);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) Thread thread, @Advice.Return(readOnly = false) Object blocker) {
      blocker = GreenFacade.blocker(thread, blocker);
    }
  }
}
