package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A thread that is parked and unparked by sun.misc.Unsafe is the half that can be. */
public final class UnsafePatch extends JdkPatch {

  public UnsafePatch() {
    super(
        Patch.THREAD,
        "sun.misc.Unsafe",
        "A thread that is parked and unparked by sun.misc.Unsafe is the half that can be.",
        new Hook.Advised("park", "(ZJ)V", Park.class),
        new Hook.Advised("unpark", "(Ljava/lang/Object;)V", Unpark.class));
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  /** Parks the virtual half, not its carrier. */
  static final class Park {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) boolean absolute, @Advice.Argument(1) long time) {
      return GreenParks.park(absolute, time);
    }
  }

  /** Wakes the virtual half. */
  static final class Unpark {
    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    static boolean enter(@Advice.Argument(0) Object thread) {
      return GreenParks.unpark(thread);
    }
  }
}
