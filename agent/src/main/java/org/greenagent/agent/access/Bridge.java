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
          "GreenPolling",
          "GreenStreams",
          "GreenParks",
          "GreenPollers",
          "GreenSpins",
          "GreenScheduler",
          "GreenWrites",
          "GreenFiles",
          "GreenTransfers",
          "GreenTracked",
          "GreenTask",
          "GreenMount",
          "GreenExit",
          "GreenLink",
          "GreenStart",
          "GreenFacade",
          "GreenEnd",
          "GreenEntry",
          "GreenMain",
          "GreenSnapshots",
          "GreenView",
          "GreenDeadlocks",
          "GreenCircles",
          "GreenManagement",
          "GreenRecords",
          "GreenMonitors",
          "GreenHooks",
          "GreenCarry",
          "GreenIdentity",
          "GreenReadiness",
          "GreenInput");

  /** Simple name of the first of them, which defines the others. */
  static final String ACCESS = "GreenAccess";

  /** Simple names of those that are defined when somebody looks into the program, as the above. */
  static final List<String> LATE = List.of("GreenGlance", "GreenVm", "GreenBlocked");

  /** Binary name of the class whose static methods patched code calls. */
  public static final String HOOKS = "java.lang.GreenHooks";

  private Bridge() {}

  /** Defines those classes inside java.base; they are not initialised by it. */
  static void define(MethodHandles.Lookup javaLang, List<String> simpleNames, AgentJar jar)
      throws IOException, IllegalAccessException {
    for (String name : simpleNames) {
      javaLang.defineClass(bytes(jar, name));
    }
  }

  /** The class file of the bridge class of that simple name. */
  public static byte[] bytes(String simpleName) throws IOException {
    try (AgentJar jar = AgentJar.open()) {
      return bytes(jar, simpleName);
    }
  }

  static byte[] bytes(AgentJar jar, String simpleName) throws IOException {
    String file = "org/greenagent/agent/bridge/java/lang/" + simpleName + ".class";
    byte[] bytes = jar.read(file);
    if (bytes == null) {
      throw new FileNotFoundException(file);
    }
    return bytes;
  }
}
