package org.greenagent.agent.patch.jdk;

import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/**
 * The management bean lists facades as the threads they are.
 *
 * <p>It never looks for locks of {@code java.util.concurrent}. The JVM would go through the heap
 * for those that have an owner, and keep for ever each whose owner is no OS thread of the dump: so
 * is a greenlet. Source: HotSpot's {@code VM_ThreadDump::doit}, which has {@code
 * ConcurrentLocksDump} of {@code threadService.cpp} retain what it found; {@code LockInfos} of the
 * integration tests sees it without this, on JDK 25.
 */
public final class ThreadImplPatch extends JdkPatch {
  private static final String LOCKS = "[Ljdk/internal/vm/ThreadSnapshot$ThreadLock;";
  private static final String INFO = "Ljava/lang/management/ThreadInfo;";

  public ThreadImplPatch() {
    super(
        Patch.THREAD,
        "sun.management.ThreadImpl",
        "The management bean lists facades as the threads they are.",
        new Hook.Advised("getAllThreadIds", "()[J", Ids.class),
        new Hook.Advised("getThreadCount", "()I", Count.class),
        new Hook.Advised("getDaemonThreadCount", "()I", Daemons.class),
        new Hook.Advised("getPeakThreadCount", "()I", Peak.class),
        new Hook.Advised("resetPeakThreadCount", "()V", ResetPeak.class),
        new Hook.Advised("getTotalStartedThreadCount", "()J", Started.class),
        new Hook.Advised("getThreadInfo", "([JI)[" + INFO, Infos.class),
        new Hook.Advised("getThreadInfo", "([JZZ)[" + INFO, InfosWithLocks.class),
        new Hook.Advised("getThreadInfo", "([JZZI)[" + INFO, InfosWithLocksTo.class),
        new Hook.Advised("dumpAllThreads", "(ZZI)[" + INFO, Dump.class),
        new Hook.Advised("findMonitorDeadlockedThreads", "()[J", MonitorDeadlocks.class),
        new Hook.Advised("findDeadlockedThreads", "()[J", Deadlocks.class),
        new Hook.Advised("getThreadCpuTime", "([J)[J", Times.class),
        new Hook.Advised("getThreadUserTime", "([J)[J", UserTimes.class),
        new Hook.Advised("getCurrentThreadCpuTime", "()J", CurrentTime.class),
        new Hook.Advised("getCurrentThreadUserTime", "()J", CurrentUserTime.class));
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member("java.lang.management.ThreadInfo", "threadId", "J"),
        new Member(
            "java.lang.management.ThreadInfo",
            "<init>",
            "(Ljava/lang/Thread;ILjava/lang/Object;Ljava/lang/Thread;JJJJ"
                + "[Ljava/lang/StackTraceElement;[Ljava/lang/Object;[I[Ljava/lang/Object;)V"),
        new Member("sun.management.ThreadImpl", "cpuTimeEnabled", "Z"),
        new Member("sun.management.ThreadImpl", "getThreadTotalCpuTime0", "(J)J"),
        new Member("java.lang.VirtualThread", "carrierThread", "Ljava/lang/Thread;"),
        new Member("java.lang.Thread", "getThreads", "()[Ljava/lang/Thread;"),
        new Member("jdk.internal.vm.ThreadSnapshot", "locks", LOCKS));
  }

  /** Adds those of facades. */
  @SuppressWarnings("UnusedVariable") // written: the answer of the method
  static final class Ids {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long[] ids) {
      ids = GreenManagement.ids();
    }
  }

  /** Counts facades, and no thread of ours. */
  @SuppressWarnings("UnusedVariable") // written: the answer of the method
  static final class Count {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) int count) {
      count = GreenManagement.count();
    }
  }

  /** As {@link Count}. */
  @SuppressWarnings("UnusedVariable") // written: the answer of the method
  static final class Daemons {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) int count) {
      count = GreenManagement.daemons();
    }
  }

  /** As {@link Count}. */
  static final class Peak {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) int count) {
      count = GreenManagement.peak(count);
    }
  }

  /** As {@link Count}. */
  static final class ResetPeak {
    @Advice.OnMethodExit
    static void exit() {
      GreenManagement.resetPeak();
    }
  }

  /** As {@link Count}. */
  static final class Started {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long count) {
      count = GreenManagement.started(count);
    }
  }

  /** Puts in the infos of facades. */
  static final class Infos {
    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) long[] ids,
        @Advice.Argument(1) int depth,
        @Advice.Return Object[] infos) {
      GreenManagement.infos(ids, infos, depth, false);
    }
  }

  /** As {@link Infos}, with the monitors held. */
  @SuppressWarnings("UnusedVariable") // written: an argument of the method
  static final class InfosWithLocks {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 2, readOnly = false) boolean synchronizers) {
      synchronizers = false;
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) long[] ids,
        @Advice.Argument(1) boolean monitors,
        @Advice.Return Object[] infos) {
      GreenManagement.infos(ids, infos, Integer.MAX_VALUE, monitors);
    }
  }

  /** As {@link InfosWithLocks}, with a limit of the frames. */
  @SuppressWarnings("UnusedVariable") // written: an argument of the method
  static final class InfosWithLocksTo {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 2, readOnly = false) boolean synchronizers) {
      synchronizers = false;
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) long[] ids,
        @Advice.Argument(1) boolean monitors,
        @Advice.Argument(3) int depth,
        @Advice.Return Object[] infos) {
      GreenManagement.infos(ids, infos, depth, monitors);
    }
  }

  /** Adds facades, and leaves out threads of ours. */
  @SuppressWarnings("UnusedVariable") // written: an argument of the method
  static final class Dump {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 1, readOnly = false) boolean synchronizers) {
      synchronizers = false;
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Argument(0) boolean monitors,
        @Advice.Argument(2) int depth,
        @Advice.Return(readOnly = false, typing = Assigner.Typing.DYNAMIC) Object[] infos) {
      infos = GreenManagement.dump(infos, depth, monitors);
    }
  }

  /** Looks for circles of facades. */
  static final class MonitorDeadlocks {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long[] ids) {
      ids = GreenManagement.deadlocked(ids, false);
    }
  }

  /** As {@link MonitorDeadlocks}, also through locks of java.util.concurrent. */
  static final class Deadlocks {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long[] ids) {
      ids = GreenManagement.deadlocked(ids, true);
    }
  }

  /** Puts in those of facades. */
  static final class Times {
    @Advice.OnMethodExit
    static void exit(
        @Advice.FieldValue("cpuTimeEnabled") boolean enabled,
        @Advice.Argument(0) long[] ids,
        @Advice.Return long[] times) {
      if (enabled) {
        GreenManagement.times(ids, times);
      }
    }
  }

  /** As {@link Times}. */
  static final class UserTimes {
    @Advice.OnMethodExit
    static void exit(
        @Advice.FieldValue("cpuTimeEnabled") boolean enabled,
        @Advice.Argument(0) long[] ids,
        @Advice.Return long[] times) {
      if (enabled) {
        GreenManagement.userTimes(ids, times);
      }
    }
  }

  /** Its own instead of its carrier's. */
  @SuppressWarnings("UnusedVariable") // written: the answer of the method
  static final class CurrentTime {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long time) {
      if (time >= 0) {
        time = GreenManagement.currentTime(time);
      }
    }
  }

  /** As {@link CurrentTime}. */
  @SuppressWarnings("UnusedVariable") // written: the answer of the method
  static final class CurrentUserTime {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) long time) {
      if (time >= 0) {
        time = GreenManagement.currentUserTime(time);
      }
    }
  }
}
