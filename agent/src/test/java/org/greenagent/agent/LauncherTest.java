package org.greenagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {
  private final Path jar = Path.of("/opt/green-agent.jar");

  @Test
  void theAgentTakesThePlaceOfItsJar() {
    assertThat(
            command(
                List.of("java", "-Xmx1g", "-jar", "green-agent.jar", "-jar", "app.jar", "x"),
                List.of("-jar", "app.jar", "x")))
        .containsExactly(
            "java", "-Xmx1g", "-javaagent:/opt/green-agent.jar", "-jar", "app.jar", "x");
  }

  @Test
  void theMainClassGoesAndTheClassPathStays() {
    assertThat(
            command(
                List.of("java", "-cp", "green-agent.jar", "org.greenagent.agent.Main", "-m", "a/b"),
                List.of("-m", "a/b")))
        .containsExactly(
            "java", "-cp", "green-agent.jar", "-javaagent:/opt/green-agent.jar", "-m", "a/b");
  }

  @Test
  void optionsInAnArgumentFileAreNotGuessed() {
    assertThat(command(List.of("java", "@all"), List.of("-jar", "app.jar")))
        .containsExactly("java", "-javaagent:/opt/green-agent.jar", "-jar", "app.jar");
  }

  private List<String> command(List<String> old, List<String> arguments) {
    return Launcher.command(old, arguments, jar);
  }
}
