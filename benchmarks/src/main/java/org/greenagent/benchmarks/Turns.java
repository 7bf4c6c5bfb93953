package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Measures several variants in turn, round by round. */
final class Turns {

  private Turns() {}

  /** Measures a variant once. */
  @FunctionalInterface
  interface Once<R> {
    R measure(Variant variant) throws IOException, InterruptedException;
  }

  /**
   * The results of all rounds. One that fails is told of, and takes no part in further rounds.
   *
   * @param what is measured, for those who wait
   * @param summary tells them of one result
   */
  static <R> Map<Variant, List<R>> take(
      String what, List<Variant> variants, int rounds, Once<R> once, Function<R, String> summary)
      throws InterruptedException {
    Map<Variant, List<R>> results = new EnumMap<>(Variant.class);
    Set<Variant> failed = EnumSet.noneOf(Variant.class);
    for (int round = 1; round <= rounds; round++) {
      for (Variant variant : variants) {
        if (failed.contains(variant)) {
          continue;
        }
        String said;
        try {
          R result = once.measure(variant);
          results.computeIfAbsent(variant, _ -> new ArrayList<>()).add(result);
          said = summary.apply(result);
        } catch (IOException broken) {
          failed.add(variant);
          said = "FAILED, left out from here: " + broken.getMessage();
        }
        Tool.progress(
            "%s, round %d of %d, %s: %s".formatted(what, round, rounds, variant.id(), said));
      }
    }
    return results;
  }
}
