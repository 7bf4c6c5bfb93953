package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;

/** The HTTP server where it has one hub, or one carrier, and no other server is compared. */
final class OneHub implements Scenario {

  private static final List<Integer> CONNECTIONS = List.of(64, 1000, 5000);
  private static final List<Integer> FEW = List.of(32);
  private static final List<Variant> TWO =
      List.of(Variant.VIRTUAL_ONE_CARRIER, Variant.AGENT_ONE_HUB);

  @Override
  public String name() {
    return "one-hub";
  }

  @Override
  public String report(Settings settings) throws IOException, InterruptedException {
    Hello hello = new Hello(settings.launch(), settings.http());
    List<Variant> variants = settings.variants().stream().filter(TWO::contains).toList();
    StringBuilder report = new StringBuilder();
    report.append(
        "Keep-alive requests with nothing to do; load by %s; %s.\n"
            .formatted(settings.http().name(), settings.mannerOfSittings()));
    for (int count : settings.brief() ? FEW : CONNECTIONS) {
      String title = name() + ", " + count + " connections";
      report.append("\n").append(count).append(" connections:\n\n");
      report.append(
          Round.tableOfLatency(
              variants, Sitting.take(title, hello, variants, count, settings, Round::summary)));
    }
    return report.toString();
  }
}
