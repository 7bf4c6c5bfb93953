package org.greenagent.benchmarks;

import java.util.List;

/**
 * The options that the comparisons share.
 *
 * @param launch how JVMs are started
 * @param variants what to compare
 * @param http who asks HTTP servers
 * @param sittings fresh starts of all servers
 * @param rounds rounds in each, in which the variants take turns
 * @param seconds measured in each round
 * @param warmupSeconds before that
 * @param brief whether this is but a check that it works
 */
record Settings(
    Launch launch,
    List<Variant> variants,
    Load http,
    int sittings,
    int rounds,
    int seconds,
    int warmupSeconds,
    boolean brief) {

  /** Options with a value. */
  static final List<String> VALUED =
      List.of("agent", "servers", "rounds", "seconds", "warmup", "hubs", "load");

  /** One more, for tools that keep servers. */
  static final String SITTINGS = "sittings";

  /** What it does, for their help. */
  static final String SITTINGS_HELP =
      """
        --sittings N        fresh starts of all servers, each with so many rounds
                            (default 1)
      """;

  /** Options without. */
  static final List<String> FLAGS = List.of("short");

  /** What they do, for the tools' help. */
  static final String HELP =
      """
        --rounds N          rounds (default 10)
        --seconds N         measured in each round (default 2)
        --warmup N          seconds before that (default 5)
        --hubs N            green.hubs (default: the agent's own)
        --load wrk|own      who makes the load (default: wrk if installed)
        --short             one round of one second: a check that it works
        --out FILE          writes the table there
        --help              shows this
      """;

  /** Reads them; {@code usual} is compared when nothing else is named. */
  static Settings of(Options options, List<Variant> usual) throws Options.Bad {
    boolean brief = options.has("short");
    return new Settings(
        Launch.of(options),
        Variant.list(options.text("servers", ""), usual),
        load(options.text("load", Installed.has("wrk") ? "wrk" : "own")),
        options.number(SITTINGS, 1),
        options.number("rounds", brief ? 1 : 10),
        options.number("seconds", brief ? 1 : 2),
        options.number("warmup", brief ? 1 : 5),
        brief);
  }

  private static Load load(String name) throws Options.Bad {
    return switch (name) {
      case "wrk" -> new Wrk();
      case "own" -> new OwnLoad();
      default -> throw new Options.Bad("--load is wrk or own, not '" + name + "'");
    };
  }

  /** How the figures were made, as the end of a sentence. */
  String manner() {
    return "medians of %d rounds of %d s after %d s".formatted(rounds, seconds, warmupSeconds);
  }

  /** The same for servers that are kept from round to round. */
  String mannerOfSittings() {
    return "medians of %d sitting(s) of %d rounds of %d s, after %d s"
        .formatted(sittings, rounds, seconds, warmupSeconds);
  }
}
