package org.greenagent.agent.access;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Private access to java.base, opened once at start. Threads: any, once open. */
public final class JavaBase {
  // writes: the thread that starts the agent, once; reads: any
  private static volatile MethodHandles.Lookup javaLang;

  private static boolean late; // under this class

  private JavaBase() {}

  /**
   * A lookup with private access to all of {@code java.lang}; the first call opens it.
   *
   * @throws Exception when this JVM does not let the agent in
   */
  public static MethodHandles.Lookup open(Instrumentation instrumentation) throws Exception {
    if (javaLang == null) {
      javaLang = privateLookup(instrumentation);
    }
    return javaLang;
  }

  /**
   * A lookup with private access to any class of java.base; works once the bridge is defined.
   *
   * @throws IllegalStateException before that
   */
  public static MethodHandles.Lookup lookupIn(Class<?> type) {
    try {
      Class<?> access = javaLang.findClass("java.lang.GreenAccess");
      MethodHandle lookup =
          javaLang.findStatic(
              access, "lookup", MethodType.methodType(MethodHandles.Lookup.class, Class.class));
      return (MethodHandles.Lookup) lookup.invokeExact(type);
    } catch (Throwable e) {
      throw new IllegalStateException("no access to " + type.getName(), e);
    }
  }

  /**
   * All greenlets as they are now; works once the bridge is defined.
   *
   * @param stacks whether their stacks and what they wait for are wanted
   */
  @SuppressWarnings("unchecked")
  public static List<GreenGlance> glances(boolean stacks) {
    try {
      defineLate();
      Class<?> access = javaLang.findClass("java.lang.GreenAccess");
      MethodHandle glances =
          javaLang.findStatic(access, "glances", MethodType.methodType(List.class, boolean.class));
      return (List<GreenGlance>) glances.invokeExact(stacks);
    } catch (Throwable e) {
      throw new IllegalStateException("greenlets cannot be looked at", e);
    }
  }

  /** How many threads have become greenlets; main does not count. */
  public static long startedGreenlets() {
    try {
      return (long)
          javaLang
              .findStatic(
                  javaLang.findClass("java.lang.GreenAccess"),
                  "startedGreenlets",
                  MethodType.methodType(long.class))
              .invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("greenlets cannot be counted", e);
    }
  }

  private static synchronized void defineLate() throws IOException, IllegalAccessException {
    if (!late) {
      Bridge.defineLate(javaLang);
      late = true;
    }
  }

  private static MethodHandles.Lookup privateLookup(Instrumentation instrumentation)
      throws Exception {
    OpenerLoader loader = new OpenerLoader();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(loader.getUnnamedModule())),
        Set.of(),
        Map.of());
    Supplier<?> opener = (Supplier<?>) loader.define().getDeclaredConstructor().newInstance();
    return (MethodHandles.Lookup) opener.get();
  }

  /** Defines {@link Opener} and nothing else. */
  private static final class OpenerLoader extends ClassLoader {
    OpenerLoader() {
      super(null);
    }

    Class<?> define() throws IOException {
      String file = Opener.class.getName().replace('.', '/') + ".class";
      try (AgentJar jar = AgentJar.open()) {
        byte[] bytes = jar.read(file);
        return defineClass(Opener.class.getName(), bytes, 0, bytes.length);
      }
    }
  }
}
