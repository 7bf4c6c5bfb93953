package org.greenagent.agent.access;

import java.lang.invoke.MethodType;

/** The options that the running JVM was given. Threads: any. Fails: never. */
public final class JvmOptions {
  private JvmOptions() {}

  /**
   * Those of the command line, of argument files and of the environment, in the order in which the
   * JVM read them; works once the bridge is defined; none when they are not known.
   */
  public static String[] given() {
    try {
      Class<?> vm = Class.forName("jdk.internal.misc.VM", false, null);
      return (String[])
          JavaBase.lookupIn(vm)
              .findStatic(vm, "getRuntimeArguments", MethodType.methodType(String[].class))
              .invokeExact();
    } catch (Throwable e) {
      return new String[0];
    }
  }
}
