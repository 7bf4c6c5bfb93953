package org.greenagent.agent.access;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** The classes of ours that live in {@code java.lang}, where patched JDK code can call them. */
public final class Bridge {
  /** Simple names of the bridge classes, each after those it extends or implements. */
  public static final List<String> CLASSES =
      List.of(
          "GreenFields",
          "GreenTimes$Used",
          "GreenTimes$Clock",
          "GreenTimes",
          "GreenLink",
          "GreenPolling",
          "GreenParks",
          "GreenPollers",
          "GreenSpins",
          "GreenWrites",
          "GreenFiles",
          "GreenTransfers",
          "GreenTracked",
          "GreenTask",
          "GreenMount",
          "GreenBody",
          "GreenStart",
          "GreenFacade",
          "GreenEnd",
          "GreenMain",
          "GreenSnapshots",
          "GreenView",
          "GreenDeadlocks",
          "GreenCircles",
          "GreenManagement",
          "GreenRecords",
          "GreenHooks",
          "GreenCarry",
          "GreenIdentity",
          "GreenReadiness",
          "GreenInput",
          "GreenAccess");

  /** Simple names of those that are defined when somebody looks into the program, as the above. */
  static final List<String> LATE = List.of("GreenGlance");

  /** Binary name of the class whose static methods patched code calls. */
  public static final String HOOKS = "java.lang.GreenHooks";

  private Bridge() {}

  /**
   * Defines all bridge classes inside java.base; they are not initialised by it.
   *
   * @param javaLang a lookup with private access to {@code java.lang}
   */
  public static void define(MethodHandles.Lookup javaLang)
      throws IOException, IllegalAccessException {
    define(javaLang, CLASSES);
  }

  /** Defines the classes of {@link #LATE}; to be called once. */
  static void defineLate(MethodHandles.Lookup javaLang) throws IOException, IllegalAccessException {
    define(javaLang, LATE);
  }

  private static void define(MethodHandles.Lookup javaLang, List<String> names)
      throws IOException, IllegalAccessException {
    try (AgentJar jar = AgentJar.open()) {
      for (String name : names) {
        javaLang.defineClass(bytes(jar, name));
      }
    }
  }

  /** The class file of the bridge class of that simple name. */
  public static byte[] bytes(String simpleName) throws IOException {
    try (AgentJar jar = AgentJar.open()) {
      return bytes(jar, simpleName);
    }
  }

  private static byte[] bytes(AgentJar jar, String simpleName) throws IOException {
    String file = "org/greenagent/agent/bridge/java/lang/" + simpleName + ".class";
    byte[] bytes = jar.read(file);
    if (bytes == null) {
      throw new FileNotFoundException(file);
    }
    return bytes;
  }
}
