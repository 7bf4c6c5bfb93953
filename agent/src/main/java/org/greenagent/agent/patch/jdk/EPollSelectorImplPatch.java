package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/**
 * The epoll descriptor of a selector leaves that of the hub before it is closed; a select lets
 * others of the hub run first, and throws what others throw at a greenlet of the library.
 */
public final class EPollSelectorImplPatch extends JdkPatch {

  public EPollSelectorImplPatch() {
    super(
        Patch.SELECT,
        "sun.nio.ch.EPollSelectorImpl",
        "The epoll descriptor of a selector leaves that of the hub before it is closed; a select"
            + " lets others of the hub run first, and throws what others throw at a greenlet of"
            + " the library.",
        new Hook.Advised("implClose", "()V", Close.class),
        new Hook.Advised("processUpdateQueue", "()V", Turn.class),
        interrupted("untimedPoll"),
        interrupted("timedPoll"));
  }

  private static Hook interrupted(String method) {
    return new Hook.Redirected(
        method, "java.lang.Thread", "isInterrupted", "()Z", "interruptedOrThrown");
  }

  /** Lets others of the hub run first. */
  static final class Turn {
    @Advice.OnMethodEnter
    static void enter() {
      GreenHooks.selects();
    }
  }

  /** Forgets the descriptor first. */
  static final class Close {
    @Advice.OnMethodEnter
    static void enter(@Advice.FieldValue("epfd") int fd) {
      GreenHooks.closing(fd);
    }
  }
}
