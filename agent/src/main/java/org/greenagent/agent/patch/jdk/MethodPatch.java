package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A thread found by reflection is the one that the program knows. */
public final class MethodPatch extends JdkPatch {

  public MethodPatch() {
    super(
        Patch.THREAD,
        "java.lang.reflect.Method",
        "A thread found by reflection is the one that the program knows.",
        new Hook.Advised(
            "invoke", "(Ljava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;", Seen.class));
  }

  /** Maps a virtual half to its facade. */
  static final class Seen {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Object result) {
      result = GreenIdentity.seen(result);
    }
  }
}
