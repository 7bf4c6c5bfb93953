package org.greenagent.benchmarks;

import java.util.List;

/** Compares one HTTP server in several ways of running it, as whole processes under load. */
public final class Compare {

  private static final String HELP =
      """
      usage: benchmarks/compare [options]

      An HTTP/1.1 keep-alive server with a thread a connection, as it is, on virtual
      threads, under the agent, and by hand on Netty's epoll, in C, in Go and on
      gevent, as far as these are installed. All are there at the same time, and are
      asked in turns; the figures are medians, ratios those of the same round, with the
      smallest and the largest. A table in Markdown is printed.

        --connections LIST  connections at once (default 64,1000,5000)
        --servers LIST      platform, virtual, agent, netty, c, go, gevent (default:
                            these), agent-one-hub, agent-virtual,
                            virtual-one-carrier; all
      """
          + Settings.SITTINGS_HELP
          + Settings.HELP;

  private static final List<Variant> USUAL =
      List.of(
          Variant.PLATFORM,
          Variant.VIRTUAL,
          Variant.AGENT,
          Variant.NETTY,
          Variant.C,
          Variant.GO,
          Variant.GEVENT);

  private Compare() {}

  public static void main(String[] args) {
    System.exit(
        Tool.run(
            "compare",
            HELP,
            Tool.joined(Settings.VALUED, Settings.SITTINGS, "connections"),
            Settings.FLAGS,
            Compare::report,
            args));
  }

  private static String report(Options options) throws Exception {
    Settings settings = Settings.of(options, USUAL);
    List<Integer> connections = options.numbers("connections", "64,1000,5000");
    Hello hello = new Hello(settings.launch(), settings.http());
    List<Variant> variants = hello.available(settings.variants());
    StringBuilder report = new StringBuilder();
    report.append(
        "%s; load by %s; %s.\n"
            .formatted(Machine.description(), settings.http().name(), settings.mannerOfSittings()));
    for (int count : connections) {
      String title = count + " connections";
      report.append("\n").append(title).append(":\n\n");
      report.append(
          Round.table(
              variants, Sitting.take(title, hello, variants, count, settings, Round::summary)));
    }
    return report.toString();
  }
}
