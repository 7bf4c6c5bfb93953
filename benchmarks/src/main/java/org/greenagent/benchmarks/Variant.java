package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The servers that can be compared; the first five by default. */
enum Variant {
  PLATFORM("platform", "platform threads"),
  VIRTUAL("virtual", "virtual threads"),
  AGENT("agent", "platform threads, agent"),
  NETTY("netty", "Netty epoll by hand"),
  FLOOR("c", "C epoll by hand"),
  AGENT_NO_FLAGS("agent-no-flags", "platform threads, agent, no JVM flags"),
  AGENT_ONE_HUB("agent-one-hub", "platform threads, agent, one hub"),
  AGENT_VIRTUAL("agent-virtual", "virtual threads, agent"),
  VIRTUAL_ONE_CARRIER("virtual-one-carrier", "virtual threads, one carrier");

  /** The JVM flags that the launcher sets beside the agent. */
  static final List<String> LAUNCHER_FLAGS =
      List.of("-XX:+UnlockExperimentalVMOptions", "-XX:-DoJVMTIVirtualThreadTransitions");

  private static final String BLOCKING = "example.http.BlockingServer";

  private final String id;
  private final String title;

  Variant(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name used in arguments. */
  String id() {
    return id;
  }

  /** The name used in tables. */
  String title() {
    return title;
  }

  /** Whether it cannot run without the agent's jar. */
  boolean needsAgent() {
    return name().startsWith("AGENT");
  }

  /** The arguments behind {@code java} that start this server. */
  List<String> arguments(String classPath, String agent, int hubs) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
    if (needsAgent()) {
      arguments.add("-javaagent:" + agent);
      if (this != AGENT_NO_FLAGS) {
        arguments.addAll(LAUNCHER_FLAGS);
      }
      if (this == AGENT_ONE_HUB) {
        arguments.add("-Dgreen.hubs=1");
      } else if (hubs > 0) {
        arguments.add("-Dgreen.hubs=" + hubs);
      }
    }
    if (this == VIRTUAL_ONE_CARRIER) {
      arguments.add("-Djdk.virtualThreadScheduler.parallelism=1");
    }
    arguments.addAll(List.of("-cp", classPath));
    arguments.addAll(
        switch (this) {
          case NETTY -> List.of("example.http.NettyServer");
          case FLOOR -> throw new IllegalStateException("not a JVM");
          case VIRTUAL, AGENT_VIRTUAL, VIRTUAL_ONE_CARRIER -> List.of(BLOCKING, "virtual");
          case PLATFORM, AGENT, AGENT_NO_FLAGS, AGENT_ONE_HUB -> List.of(BLOCKING, "platform");
        });
    return arguments;
  }

  /** The variant of that name, or the reason why there is none. */
  static Variant ofId(String id) throws Options.Bad {
    for (Variant variant : values()) {
      if (variant.id.equals(id)) {
        return variant;
      }
    }
    throw new Options.Bad("no server '" + id + "' (try --help)");
  }
}
