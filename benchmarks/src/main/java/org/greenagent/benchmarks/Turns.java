package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures several variants in turn, round by round; every other round goes backwards. One that
 * fails is told of, and takes no part from there. Confined to one thread.
 */
final class Turns<R> {

  private final String what;
  private final List<Variant> variants;
  private final Function<R, String> summary;
  private final Map<Variant, List<R>> results = new EnumMap<>(Variant.class);
  private final Set<Variant> failed = EnumSet.noneOf(Variant.class);
  private int rounds;

  /**
   * Nothing is measured yet.
   *
   * @param what is measured, for those who wait
   * @param summary tells them of one result
   */
  Turns(String what, List<Variant> variants, Function<R, String> summary) {
    this.what = what;
    this.variants = List.copyOf(variants);
    this.summary = summary;
  }

  /** Measures a variant once. */
  @FunctionalInterface
  interface Once<R> {
    R measure(Variant variant) throws IOException, InterruptedException;
  }

  /** Does something with a variant before it is measured. */
  @FunctionalInterface
  interface Step {
    void take(Variant variant) throws IOException, InterruptedException;
  }

  /** The results of so many rounds, as {@link #results}. */
  static <R> Map<Variant, List<R>> take(
      String what, List<Variant> variants, int rounds, Once<R> once, Function<R, String> summary)
      throws InterruptedException {
    Turns<R> turns = new Turns<>(what, variants, summary);
    for (int round = 1; round <= rounds; round++) {
      turns.round(once);
    }
    return turns.results();
  }

  /** Prepares each. */
  void prepare(Step step) throws InterruptedException {
    for (Variant variant : variants) {
      attempt(
          "start",
          variant,
          () -> {
            step.take(variant);
            return "";
          });
    }
  }

  /** Measures each once. */
  void round(Once<R> once) throws InterruptedException {
    rounds++;
    for (Variant variant : rounds % 2 == 1 ? variants : variants.reversed()) {
      attempt(
          "round " + rounds,
          variant,
          () -> {
            R result = once.measure(variant);
            results.computeIfAbsent(variant, _ -> new ArrayList<>()).add(result);
            return ": " + summary.apply(result);
          });
    }
  }

  /** Those of each variant in the order of the rounds; there is none behind one that failed. */
  Map<Variant, List<R>> results() {
    return results;
  }

  private interface Attempt {
    String make() throws IOException, InterruptedException;
  }

  private void attempt(String when, Variant variant, Attempt attempt) throws InterruptedException {
    if (failed.contains(variant)) {
      return;
    }
    String said;
    try {
      said = attempt.make();
    } catch (IOException broken) {
      failed.add(variant);
      said = ": FAILED, left out from here: " + broken.getMessage();
    }
    Tool.progress("%s, %s, %s%s".formatted(what, when, variant.id(), said));
  }
}
