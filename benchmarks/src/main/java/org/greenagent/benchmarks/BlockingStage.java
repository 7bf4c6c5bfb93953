package org.greenagent.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * A blocking program.
 *
 * @param launch how it is started
 * @param mainClass the program
 * @param arguments behind the kind of threads
 * @param load who asks it
 * @param around what it needs, ended with it
 */
record BlockingStage(
    Launch launch, String mainClass, List<String> arguments, Load load, Closeable around)
    implements Stage {

  /** One that needs nothing. */
  BlockingStage(Launch launch, String mainClass, List<String> arguments, Load load) {
    this(launch, mainClass, arguments, load, () -> {});
  }

  @Override
  public List<String> command(Variant variant) {
    return launch.blocking(variant, mainClass, arguments);
  }

  @Override
  public void close() throws IOException {
    around.close();
  }
}
