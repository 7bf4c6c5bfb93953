package org.greenagent.agent.patch.jdk;

import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** A started thread becomes a greenlet, and its Thread object answers for it. */
public final class ThreadPatch extends JdkPatch {

  public ThreadPatch() {
    super(
        Patch.THREAD,
        "java.lang.Thread",
        "A started thread becomes a greenlet, and its Thread object answers for it; who starts many"
            + " without a wait lets them run.",
        new Hook.Redirected("start", "java.lang.Thread", "start0", "()V", "start0"),
        new Hook.Redirected(
            "getStackTrace",
            "java.lang.Thread",
            "currentThread",
            "()Ljava/lang/Thread;",
            "currentThread"),
        new Hook.Advised("start", "()V", Started.class),
        new Hook.Advised("start", "(Ljdk/internal/vm/ThreadContainer;)V", Started.class),
        new Hook.Advised("sleepNanos", "(J)V", Sleep.class),
        new Hook.Advised("alive", "()Z", Alive.class),
        new Hook.Advised("threadState", "()Ljava/lang/Thread$State;", State.class),
        new Hook.Advised("isInterrupted", "()Z", Interrupted.class),
        new Hook.Advised("interrupt", "()V", Interrupt.class),
        new Hook.Advised("asyncGetStackTrace", "()[Ljava/lang/StackTraceElement;", Trace.class),
        new Hook.Advised("join", "(J)V", Join.class),
        new Hook.Advised("setName", "(Ljava/lang/String;)V", Name.class),
        new Hook.Advised("isDaemon", "()Z", Daemon.class),
        new Hook.Advised("getPriority", "()I", Priority.class),
        new Hook.Advised("getThreadGroup", "()Ljava/lang/ThreadGroup;", Group.class),
        new Hook.Advised("getContextClassLoader", "()Ljava/lang/ClassLoader;", Loader.class),
        new Hook.Advised("setContextClassLoader", "(Ljava/lang/ClassLoader;)V", SetLoader.class),
        new Hook.Advised("getAllThreads", "()[Ljava/lang/Thread;", All.class),
        new Hook.Advised("getAllStackTraces", "()Ljava/util/Map;", AllTraces.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member("java.lang.Thread", "interruptLock", "Ljava/lang/Object;"),
        new Member("java.lang.Thread", "tid", "J"),
        new Member("java.lang.Thread", "interrupted", "Z"),
        new Member("java.lang.Thread", "scopedValueBindings", "Ljava/lang/Object;"),
        new Member("java.lang.Thread", "getNextThreadIdOffset", "()J"),
        new Member("java.lang.Thread", "start0", "()V"),
        new Member("java.lang.Thread$FieldHolder", "threadStatus", "I"),
        new Member("java.lang.Thread$FieldHolder", "daemon", "Z"),
        new Member(
            "java.lang.ThreadBuilders",
            "newVirtualThread",
            "(Ljava/util/concurrent/Executor;Ljava/lang/String;ILjava/lang/Runnable;)Ljava/lang/Thread;"));
  }

  /** Outside of the new thread's monitor. */
  static final class Started {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread) {
      GreenFacade.started(thread);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Alive {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Return(readOnly = false) boolean result) {
      result = GreenFacade.alive(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class State {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This Thread thread, @Advice.Return(readOnly = false) Thread.State result) {
      result = GreenFacade.state(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Interrupted {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Return(readOnly = false) boolean result) {
      result = GreenFacade.interrupted(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Trace {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This Thread thread, @Advice.Return(readOnly = false) StackTraceElement[] result) {
      result = GreenFacade.trace(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Daemon {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Return(readOnly = false) boolean result) {
      result = GreenFacade.daemon(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Priority {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Return(readOnly = false) int result) {
      result = GreenFacade.priority(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Group {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This Thread thread, @Advice.Return(readOnly = false) ThreadGroup result) {
      result = GreenFacade.group(thread, result);
    }
  }

  /** Corrects the answer of the stock method. */
  static final class Loader {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This Thread thread, @Advice.Return(readOnly = false) ClassLoader result) {
      result = GreenFacade.contextLoader(thread, result);
    }
  }

  /** Sends the interrupt to the half that can hear it. */
  static final class Interrupt {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This Thread thread) {
      return GreenFacade.interrupt(thread);
    }

    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Enter boolean delivered) {
      if (!delivered) {
        GreenFacade.afterInterrupt(thread);
      }
    }
  }

  /** Gives the exception of an interrupted sleep its text. */
  static final class Sleep {
    @Advice.OnMethodExit(onThrowable = InterruptedException.class)
    static void exit(@Advice.Thrown(readOnly = false) Throwable thrown) {
      if (thrown instanceof InterruptedException interrupted) {
        thrown = GreenHooks.sleepInterrupted(interrupted);
      }
    }
  }

  /** Waits for the end of the half that runs. */
  static final class Join {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.This Thread thread, @Advice.Argument(0) long millis)
        throws InterruptedException {
      return GreenFacade.join(thread, millis);
    }
  }

  /** Names the other half too. */
  static final class Name {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Argument(0) String name) {
      GreenFacade.renamed(thread, name);
    }
  }

  /** Sets the loader of the half that the program sees. */
  static final class SetLoader {
    @Advice.OnMethodExit
    static void exit(@Advice.This Thread thread, @Advice.Argument(0) ClassLoader loader) {
      GreenFacade.setContextLoader(thread, loader);
    }
  }

  /** Adds the facades, which the JVM does not know as threads. */
  static final class All {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Thread[] threads) {
      threads = GreenFacade.all(threads);
    }
  }

  /** Adds the traces of the facades. */
  static final class AllTraces {
    @Advice.OnMethodExit
    static void exit(@Advice.Return Map<Thread, StackTraceElement[]> traces) {
      GreenFacade.traces(traces);
    }
  }
}
