package org.greenagent.it;

import java.util.List;

/** The ways in which one program is run: without the agent, and under it with one and two hubs. */
enum Mode {
  PLAIN(0),
  HUBS_1(1),
  HUBS_2(2);

  /** The modes whose results must equal {@link #PLAIN}'s. */
  static final List<Mode> UNDER_AGENT = List.of(HUBS_1, HUBS_2);

  private final int hubs;

  Mode(int hubs) {
    this.hubs = hubs;
  }

  /** A new JVM of this mode; plain throughout in a dry run. */
  Jvm jvm() {
    if (this == PLAIN || !Places.agentPresent()) {
      return Jvm.plain();
    }
    return Jvm.withAgent().property("green.hubs", String.valueOf(hubs));
  }

  /** The same for a launcher of other names that passes options on to its JVM. */
  List<String> options() {
    return this == PLAIN || !Places.agentPresent()
        ? List.of()
        : List.of("-javaagent:" + Places.agent(), "-Dgreen.hubs=" + hubs);
  }
}
