package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSitesTest {

  /**
   * What the agent loads before a class of ours is covered by mistake: it is changed for nothing.
   */
  @ParameterizedTest
  @ValueSource(strings = {"agent", "runtime"})
  void leavesEveryClassOfTheJarAlone(String module) throws IOException {
    List<String> classes = compiled(module);
    assertThat(classes).isNotEmpty();
    assertThat(classes).filteredOn(type -> CallSites.covers(type, false)).isEmpty();
  }

  @Test
  void coversAProgramWithPackagesOfItsOwnUnderTheSameRoot() {
    assertThat(CallSites.covers("org/greenagent/shop/Cart", false)).isTrue();
  }

  /** Else the JVM would load Logger, and OpenTelemetry's agent change that, before main. */
  @Test
  void leavesALoneWhoAsksForTheClassLoaderOnly() {
    assertThat(CallSites.covers("java/util/logging/LogManager", false)).isFalse();
    assertThat(CallSites.covers("java/util/logging/LogManager$Cleaner", false)).isTrue();
  }

  private static List<String> compiled(String module) throws IOException {
    Path classes = Path.of("..", module, "target", "classes");
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && file.startsWith("org/greenagent/"))
          .filter(file -> !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .toList();
    }
  }
}
