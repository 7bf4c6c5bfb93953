package org.greenagent.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes of the program that do not come from the class path. */
class LoaderIT {
  @ParameterizedTest
  @ValueSource(strings = {"Contended", "Descendants", "Hidden", "Loaders"})
  void classesOfAnyLoaderKnowTheirThread(String program) {
    Parity.check("loader." + program);
  }

  @Test
  void bundlesStartThreads() {
    Parity.of("loader.Bundles").with(jvm -> jvm.classPath(Places.classPathWithLibraries())).check();
  }
}
