package org.greenagent.agent.patch.jdk;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Timed parks, sleeps and timed waits use the timers of the hub. */
public final class VirtualThreadTimePatch extends JdkPatch {

  public VirtualThreadTimePatch() {
    super(
        Patch.TIME,
        "java.lang.VirtualThread",
        "Timed parks, sleeps and timed waits use the timers of the hub.",
        new Hook.Advised(
            "schedule",
            "(Ljava/lang/Runnable;JLjava/util/concurrent/TimeUnit;)Ljava/util/concurrent/Future;",
            Schedule.class));
  }

  /** Puts the task on the timers of the current hub, if there is one. */
  static final class Schedule {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static Future<?> enter(
        @Advice.Argument(0) Runnable task,
        @Advice.Argument(1) long delay,
        @Advice.Argument(2) TimeUnit unit) {
      return GreenHooks.schedule(task, delay, unit);
    }

    @Advice.OnMethodExit
    static void exit(
        @Advice.Enter Future<?> scheduled, @Advice.Return(readOnly = false) Future<?> result) {
      if (scheduled != null) {
        result = scheduled;
      }
    }
  }
}
