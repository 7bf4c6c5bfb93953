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
            + " has a scheduler of its own; the flight recorder is told of starts and waits; once"
            + " somebody asks for CPU times they are counted; where there is no memory timed waits"
            + " are filed later, and who yields goes on.",
        new Hook.Redirected(
            "tryGetStackTrace",
            "jdk.internal.vm.Continuation",
            "getStackTrace",
            "()[Ljava/lang/StackTraceElement;",
            "stackTrace"),
        new Hook.Advised("afterDone", "(Z)V", Done.class),
        new Hook.Advised("afterYield", "()V", Yielded.class),
        new Hook.Advised("tryYield", "()V", TryYield.class),
        new Hook.Advised("runContinuation", "()V", Carry.class),
        new Hook.Advised("start", "(Ljdk/internal/vm/ThreadContainer;)V", Start.class),
        new Hook.Advised("park", "()V", Park.class),
        new Hook.Advised("parkNanos", "(J)V", Park.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member("java.lang.VirtualThread", "scheduler", "Ljava/util/concurrent/Executor;"),
        new Member("java.lang.Throwable", "jfrTracing", "Z"));
  }

  /** Settles the facade. */
  static final class Done {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenTimes.ends((Thread) thread);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Object thread) {
      GreenHooks.afterDone((Thread) thread);
    }
  }

  /** Tells the flight recorder of it. */
  static final class Start {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenRecords.starts(thread);
    }
  }

  /** As {@link Start}. */
  static final class Park {
    @Advice.OnMethodEnter
    static Object enter() {
      return GreenRecords.parks();
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(@Advice.Enter Object begun) {
      if (begun != null) {
        GreenRecords.parked(begun);
      }
    }
  }

  /**
   * The stretch that ends is counted before the next one can begin. Where there is no memory to
   * file the end of a timed wait, that is tried again, as the JDK does it where a thread is handed
   * to its scheduler: nobody else would wake it, and nothing else lets this error out.
   */
  static final class Yielded {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenTimes.ends((Thread) thread);
    }

    @Advice.OnMethodExit(
        onThrowable = OutOfMemoryError.class,
        repeatOn = Advice.OnNonDefaultValue.class)
    static boolean exit(@Advice.Thrown Throwable full) {
      return full != null && GreenParks.awaitMemory();
    }
  }

  /**
   * Where there is no memory to leave the carrier with, a greenlet goes on, as an OS thread may.
   */
  static final class TryYield {
    @Advice.OnMethodExit(onThrowable = OutOfMemoryError.class)
    static void exit(
        @Advice.This Object thread, @Advice.Thrown(readOnly = false) Throwable thrown) {
      if (thrown != null && GreenParks.greenlet(thread)) {
        thrown = null;
      }
    }
  }

  /** A greenlet that was to carry a virtual thread has that done. */
  static final class Carry {
    @Advice.OnMethodEnter
    static void enter(@Advice.This Object thread) {
      GreenTimes.begins((Thread) thread);
    }

    @Advice.OnMethodExit(onThrowable = WrongThreadException.class)
    static void exit(
        @Advice.This Object thread, @Advice.Thrown(readOnly = false) Throwable thrown) {
      if (thrown != null) {
        thrown = GreenCarry.carry(thread, thrown);
      }
    }
  }
}
