package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What every JVM that is compared is started with.
 *
 * @param classPath of the programs
 * @param agent the agent's jar
 * @param hubs how many, or 0 for the agent's own choice
 */
record Launch(String classPath, String agent, int hubs) {

  /** The ordinary class path, and the agent and hubs that the options name. */
  static Launch of(Options options) throws Options.Bad {
    return new Launch(
        System.getProperty("java.class.path"),
        options.text("agent", ""),
        options.number("hubs", 0));
  }

  /** Runs a blocking program that is told the kind of its threads first, then these arguments. */
  List<String> blocking(Variant variant, String mainClass, List<String> arguments) {
    List<String> command = jvm(variant);
    command.addAll(List.of(mainClass, variant.threads()));
    command.addAll(arguments);
    return command;
  }

  /** Runs another program on the plain JVM. */
  List<String> plain(String mainClass, String... arguments) {
    List<String> command = jvm(Variant.PLATFORM);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return command;
  }

  private List<String> jvm(Variant variant) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Program.java(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(variant.options(agent, hubs));
    command.addAll(List.of("-cp", classPath));
    return command;
  }
}
