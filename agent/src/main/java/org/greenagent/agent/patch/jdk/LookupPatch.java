package org.greenagent.agent.patch.jdk;

import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A method handle on Thread.currentThread answers the thread that the program knows. */
public final class LookupPatch extends JdkPatch {

  public LookupPatch() {
    super(
        Patch.THREAD,
        "java.lang.invoke.MethodHandles$Lookup",
        "A method handle on Thread.currentThread answers the thread that the program knows.",
        new Hook.Advised(
            "findStatic",
            "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;",
            FindStatic.class),
        new Hook.Advised(
            "unreflect",
            "(Ljava/lang/reflect/Method;)Ljava/lang/invoke/MethodHandle;",
            Unreflect.class));
  }

  /** Looks in the bridge instead. */
  static final class FindStatic {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.Argument(value = 0, readOnly = false) Class<?> owner,
        @Advice.Argument(1) String name) {
      owner = GreenIdentity.lookedUp(owner, name);
    }
  }

  /** Takes the method of the bridge instead. */
  static final class Unreflect {
    @Advice.OnMethodEnter
    static void enter(@Advice.Argument(value = 0, readOnly = false) Method method) {
      method = GreenIdentity.lookedUp(method);
    }
  }
}
