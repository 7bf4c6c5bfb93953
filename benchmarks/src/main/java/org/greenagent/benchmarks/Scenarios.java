package org.greenagent.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Compares several kinds of work, each a blocking program that knows nothing of the agent. */
public final class Scenarios {

  private static final String HELP =
      """
      usage: benchmarks/scenarios [options]

      Blocking programs as they are, on virtual threads, on these with one carrier,
      under the agent, and under it with one hub. All servers of one scenario are there
      at the same time, and are asked in turns; the figures are medians, ratios those of
      the same round, with the smallest and the largest. A table in Markdown is printed
      for each of:

        gateway-0  HTTP; each request waits for another server, that answers at once
        gateway-5  the same after 5 ms, 1000 connections
        short      HTTP; a new connection for each request
        bodies     HTTP; answers of 1 MiB from a file, by transferTo
        udp        datagrams that come back
        tls        messages that come back encrypted
        jdbc       HTTP; each request asks PostgreSQL, or H2 where that is not
                   installed, by a pool of 20; 500 connections
        hello      HTTP with 5000 connections; beside Netty, C, Go and gevent
        one-hub    HTTP with 64, 1000 and 5000 connections: one hub beside one carrier
        sleeps     100,000 threads that sleep ten times each, as a whole process
        idle       10,000 parked threads: memory, and who wakes up

        --only LIST         some of them (default: all)
        --servers LIST      names as benchmarks/compare has them
      """
          + Settings.SITTINGS_HELP
          + Settings.HELP;

  private static final List<Variant> USUAL =
      List.of(
          Variant.PLATFORM,
          Variant.VIRTUAL,
          Variant.VIRTUAL_ONE_CARRIER,
          Variant.AGENT,
          Variant.AGENT_ONE_HUB,
          Variant.NETTY,
          Variant.C,
          Variant.GO,
          Variant.GEVENT);

  /** All, in the order of the report. */
  static final List<Scenario> ALL =
      List.of(
          new ServerScenario(
              "gateway-0",
              "Each request waits for another server, which answers at once.",
              64,
              settings -> Stages.gateway(settings, 0)),
          new ServerScenario(
              "gateway-5",
              "Each request waits for another server, which answers after 5 ms.",
              1000,
              settings -> Stages.gateway(settings, 5)),
          new ServerScenario("short", "Connect, one request, close.", 64, Stages::shortConnections),
          new ServerScenario("bodies", "Answers of 1 MiB from a file.", 16, Stages::bodies),
          new ServerScenario("udp", "Datagrams that come back.", 64, Stages::udp),
          new ServerScenario("tls", "Messages that come back encrypted.", 64, Stages::tls),
          new ServerScenario(
              "jdbc", "`select 1` by a pool of 20 for each request.", 500, Stages::jdbc),
          new ServerScenario(
              "hello",
              "Keep-alive requests with nothing to do.",
              5000,
              settings -> new Hello(settings.launch(), settings.http())),
          new OneHub(),
          new Sleeps(),
          new Idle());

  private Scenarios() {}

  public static void main(String[] args) {
    System.exit(
        Tool.run(
            "scenarios",
            HELP,
            Tool.joined(Settings.VALUED, Settings.SITTINGS, "only"),
            Settings.FLAGS,
            Scenarios::report,
            args));
  }

  private static String report(Options options) throws Exception {
    List<Scenario> chosen = chosen(options.text("only", ""));
    Settings settings = Settings.of(options, USUAL);
    StringBuilder report = new StringBuilder(Machine.description()).append(".\n");
    for (Scenario scenario : chosen) {
      try {
        String figures = scenario.report(settings);
        report.append("\n`").append(scenario.name()).append("`: ").append(figures);
      } catch (Missing missing) {
        Tool.progress(missing.getMessage() + ": " + scenario.name() + " is left out");
      }
    }
    return report.toString();
  }

  /** Those with these names, separated by commas; all, when there is none. */
  static List<Scenario> chosen(String names) throws Options.Bad {
    if (names.isEmpty()) {
      return ALL;
    }
    List<Scenario> chosen = new ArrayList<>();
    for (String name : List.of(names.split(",", -1))) {
      chosen.add(
          ALL.stream()
              .filter(scenario -> scenario.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new Options.Bad("no scenario '" + name + "' (try --help)")));
    }
    return chosen;
  }
}
