package org.greenagent.agent.patch.jdk;

import java.util.List;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/**
 * The launcher calls main through JNI; it is given a main that starts the real one in a greenlet.
 */
public final class LauncherHelperPatch extends JdkPatch {

  public LauncherHelperPatch() {
    super(
        Patch.MAIN,
        "sun.launcher.LauncherHelper",
        "The launcher calls main through JNI; it is given a main that starts the real one in a"
            + " greenlet.",
        new Hook.Advised(
            "checkAndLoadMain", "(ZILjava/lang/String;)Ljava/lang/Class;", Replace.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member("sun.launcher.LauncherHelper", "isStaticMain", "Z"),
        new Member("sun.launcher.LauncherHelper", "noArgMain", "Z"),
        new Member(
            "java.lang.ClassLoader",
            "defineClass0",
            "(Ljava/lang/ClassLoader;Ljava/lang/Class;Ljava/lang/String;[BII"
                + "Ljava/security/ProtectionDomain;ZILjava/lang/Object;)Ljava/lang/Class;"),
        new Member(
            "jdk.internal.misc.MethodFinder",
            "findMainMethod",
            "(Ljava/lang/Class;)Ljava/lang/reflect/Method;"));
  }

  /** Gives the launcher our main. */
  static final class Replace {
    @Advice.OnMethodExit
    static void exit(@Advice.Return(readOnly = false) Class<?> mainClass) {
      mainClass = GreenHooks.main(mainClass);
    }
  }
}
