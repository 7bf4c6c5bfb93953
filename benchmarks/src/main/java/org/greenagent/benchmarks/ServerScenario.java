package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * A server under load.
 *
 * @param name used in arguments
 * @param title one sentence
 * @param connections at once
 * @param setting what stands around it
 */
record ServerScenario(String name, String title, int connections, Setting setting)
    implements Scenario {

  private static final int FEW = 32;

  /** Sets the stage. */
  @FunctionalInterface
  interface Setting {
    Stage open(Settings settings) throws Missing, IOException, InterruptedException;
  }

  @Override
  public String report(Settings settings) throws Missing, IOException, InterruptedException {
    int count = settings.brief() ? Math.min(FEW, connections) : connections;
    try (Stage stage = setting.open(settings)) {
      List<Variant> variants = stage.available(settings.variants());
      return "%s %d connections; load by %s; %s.\n\n"
              .formatted(title, count, stage.load().name(), settings.mannerOfSittings())
          + Round.table(
              variants, Sitting.take(name, stage, variants, count, settings, Round::summary));
    }
  }
}
