package org.greenagent.benchmarks;

import java.io.IOException;

/** One kind of work, done by a blocking program in all ways of running it. */
interface Scenario {

  /** The name used in arguments. */
  String name();

  /**
   * Measures it; answers what was measured in one sentence, and the table in Markdown.
   *
   * @throws Missing when it cannot be measured here
   */
  String report(Settings settings) throws Missing, IOException, InterruptedException;
}
