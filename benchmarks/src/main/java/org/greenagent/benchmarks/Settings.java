package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * The options that the comparisons share.
 *
 * @param launch how JVMs are started
 * @param variants what to compare
 * @param http who asks HTTP servers
 * @param rounds rounds, in which the variants take turns
 * @param seconds measured in each round
 * @param warmupSeconds before that
 * @param brief whether this is but a check that it works
 */
record Settings(
    Launch launch,
    List<Variant> variants,
    Load http,
    int rounds,
    int seconds,
    int warmupSeconds,
    boolean brief) {

  /** Options with a value. */
  static final List<String> VALUED =
      List.of("agent", "servers", "rounds", "seconds", "warmup", "hubs", "load");

  /** Options without. */
  static final List<String> FLAGS = List.of("short");

  /** What they do, for the tools' help. */
  static final String HELP =
      """
        --rounds N          rounds (default 5)
        --seconds N         measured in each round (default 5)
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
        options.number("rounds", brief ? 1 : 5),
        options.number("seconds", brief ? 1 : 5),
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

  /** {@link Round#measure} for that long, of a stage's server. */
  Round measure(Stage stage, Variant variant, int connections)
      throws IOException, InterruptedException {
    return Round.measure(stage.command(variant), stage.load(), connections, warmupSeconds, seconds);
  }
}
