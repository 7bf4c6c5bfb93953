package org.greenagent.agent.patch.jdk;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/**
 * A method handle on Thread.currentThread answers the thread that the program knows, and so does a
 * call in a hidden class.
 */
public final class LookupPatch extends JdkPatch {

  public LookupPatch() {
    super(
        Patch.THREAD,
        "java.lang.invoke.MethodHandles$Lookup",
        "A method handle on Thread.currentThread answers the thread that the program knows, and so"
            + " does a call in a hidden class.",
        new Hook.Advised(
            "findStatic",
            "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/invoke/MethodType;)Ljava/lang/invoke/MethodHandle;",
            FindStatic.class),
        new Hook.Advised(
            "unreflect",
            "(Ljava/lang/reflect/Method;)Ljava/lang/invoke/MethodHandle;",
            Unreflect.class),
        new Hook.Advised(
            "revealDirect",
            "(Ljava/lang/invoke/MethodHandle;)Ljava/lang/invoke/MethodHandleInfo;",
            Reveal.class),
        new Hook.Advised(
            "defineHiddenClass",
            "([BZ[Ljava/lang/invoke/MethodHandles$Lookup$ClassOption;)Ljava/lang/invoke/MethodHandles$Lookup;",
            Hidden.class),
        new Hook.Advised(
            "defineHiddenClassWithClassData",
            "([BLjava/lang/Object;Z[Ljava/lang/invoke/MethodHandles$Lookup$ClassOption;)Ljava/lang/invoke/MethodHandles$Lookup;",
            Hidden.class));
  }

  /** Looks in the bridge instead. */
  static final class FindStatic {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.This MethodHandles.Lookup lookup,
        @Advice.Argument(value = 0, readOnly = false) Class<?> owner,
        @Advice.Argument(1) String name) {
      owner = GreenIdentity.lookedUp(lookup, owner, name);
    }
  }

  /** Names the method that the program asked for. */
  static final class Reveal {
    @Advice.OnMethodExit
    static void exit(
        @Advice.This MethodHandles.Lookup lookup,
        @Advice.Return(readOnly = false) MethodHandleInfo info) {
      info = GreenIdentity.revealed(lookup, info);
    }
  }

  /** Redirects calls in a class that no transformer gets to see. */
  static final class Hidden {
    @Advice.OnMethodEnter
    static void enter(
        @Advice.This MethodHandles.Lookup lookup,
        @Advice.Argument(value = 0, readOnly = false) byte[] bytes) {
      bytes = GreenIdentity.hidden(lookup, bytes);
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
