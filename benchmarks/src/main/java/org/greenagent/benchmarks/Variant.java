package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** The ways of running that can be compared. */
enum Variant {
  PLATFORM("platform", "platform threads"),
  VIRTUAL("virtual", "virtual threads"),
  AGENT("agent", "platform threads, agent"),
  NETTY("netty", "Netty epoll by hand"),
  C("c", "C epoll by hand"),
  GO("go", "Go"),
  GEVENT("gevent", "gevent, one process"),
  AGENT_ONE_HUB("agent-one-hub", "platform threads, agent, one hub"),
  AGENT_VIRTUAL("agent-virtual", "virtual threads, agent"),
  VIRTUAL_ONE_CARRIER("virtual-one-carrier", "virtual threads, one carrier");

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

  /** The name used at the head of a column of ratios. */
  String shortTitle() {
    return switch (this) {
      case PLATFORM, VIRTUAL -> id;
      case VIRTUAL_ONE_CARRIER -> "one carrier";
      default -> title;
    };
  }

  /** Whether it runs the same blocking program as the others; else it has one of its own. */
  boolean blocking() {
    return switch (this) {
      case NETTY, C, GO, GEVENT -> false;
      default -> true;
    };
  }

  /** The kind of threads that the blocking program is told to use. */
  String threads() {
    return switch (this) {
      case VIRTUAL, AGENT_VIRTUAL, VIRTUAL_ONE_CARRIER -> "virtual";
      default -> "platform";
    };
  }

  /** The JVM's options; {@code hubs} is 0 for the agent's own choice. */
  List<String> options(String agent, int hubs) {
    List<String> options = new ArrayList<>();
    if (name().startsWith("AGENT")) {
      options.add("-javaagent:" + agent);
      if (this == AGENT_ONE_HUB) {
        options.add("-Dgreen.hubs=1");
      } else if (hubs > 0) {
        options.add("-Dgreen.hubs=" + hubs);
      }
    }
    if (this == VIRTUAL_ONE_CARRIER) {
      options.add("-Djdk.virtualThreadScheduler.parallelism=1");
    }
    return options;
  }

  /** Those with these names, separated by commas; {@code all} are all, and none the usual ones. */
  static List<Variant> list(String ids, List<Variant> usual) throws Options.Bad {
    if (ids.isEmpty()) {
      return usual;
    }
    if (ids.equals("all")) {
      return List.of(values());
    }
    List<Variant> variants = new ArrayList<>();
    for (String id : List.of(ids.split(",", -1))) {
      variants.add(ofId(id));
    }
    return variants;
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
