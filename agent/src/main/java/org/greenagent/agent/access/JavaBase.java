package org.greenagent.agent.access;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Private access to java.base, opened once at start. Threads: any, once open. */
public final class JavaBase {
  // writes: the thread that starts the agent, once; reads: any
  private static volatile MethodHandles.Lookup javaLang;

  // writes: as above; reads: any
  private static volatile GreenAccess access;

  private static boolean late; // under this class

  private JavaBase() {}

  /**
   * Opens {@code java.lang}; to be called once, before anything else.
   *
   * @throws Exception when this JVM does not let the agent in
   */
  public static void open(Instrumentation instrumentation) throws Exception {
    javaLang = privateLookup(instrumentation);
  }

  /**
   * Defines the bridge and takes hold of it.
   *
   * @throws LinkageError when this JDK does not take one of its classes
   */
  public static void bridge() throws IOException, IllegalAccessException {
    try (AgentJar jar = AgentJar.open()) {
      javaLang.defineClass(Bridge.bytes(jar, Bridge.ACCESS));
      access = GreenAccess.take();
      byte[] start = jar.read(StartClasses.RESOURCE);
      if (start == null || !StartClasses.define(access, start)) {
        Bridge.define(javaLang, Bridge.CLASSES, jar);
      }
    }
  }

  /** What the bridge does for the agent alone; null before {@link #bridge}. */
  public static GreenAccess access() {
    return access;
  }

  /**
   * A lookup with private access to any class of java.base; works once the bridge is defined.
   *
   * @throws IllegalStateException before that
   */
  public static MethodHandles.Lookup lookupIn(Class<?> type) {
    try {
      return access.lookup(type);
    } catch (IllegalAccessException | RuntimeException e) {
      throw new IllegalStateException("no access to " + type.getName(), e);
    }
  }

  /**
   * All greenlets as they are now; works once the bridge is defined.
   *
   * @param stacks whether their stacks and what they wait for are wanted
   */
  public static List<GreenGlance> glances(boolean stacks) {
    try {
      defineLate();
      return access.glances(stacks);
    } catch (IOException | IllegalAccessException | LinkageError e) {
      throw new IllegalStateException("greenlets cannot be looked at", e);
    }
  }

  /** Whether OS threads of ours can be looked at in this JVM, by {@link #access}; from now on. */
  public static boolean findVm() {
    try {
      defineLate();
      return access.findVm();
    } catch (IOException | IllegalAccessException | LinkageError e) {
      return false;
    }
  }

  /** Whether who blocks on a monitor can be told and made ready, by {@link #access}. */
  public static boolean findBlocked(Thread jdk) {
    try {
      defineLate();
      return access.findBlocked(jdk);
    } catch (IOException | IllegalAccessException | LinkageError e) {
      return false;
    }
  }

  private static synchronized void defineLate() throws IOException, IllegalAccessException {
    if (!late) {
      try (AgentJar jar = AgentJar.open()) {
        Bridge.define(javaLang, Bridge.LATE, jar);
      }
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
