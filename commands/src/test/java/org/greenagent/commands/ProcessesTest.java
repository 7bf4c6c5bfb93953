package org.greenagent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void programsAreNamedAsTheyWereStarted() {
    assertThat(program("java", "-Xmx1g", "-jar", "/opt/app.jar", "-jar", "x")).isEqualTo("app.jar");
    assertThat(program("java", "-cp", "a:b", "com.Main", "x")).isEqualTo("com.Main");
    assertThat(program("java", "-p", "mods", "-m", "app/com.Main")).isEqualTo("app/com.Main");
    assertThat(program("java", "@all")).isEqualTo("java");
    assertThat(program()).isEqualTo("?");
  }

  @Test
  void thisProcessIsAJvmWithoutTheAgent() throws IOException {
    long self = ProcessHandle.current().pid();
    assertThat(Processes.exists(self)).isTrue();
    assertThat(Processes.runsJava(self)).isTrue();
    assertThat(Processes.startedWithAgent(self)).isFalse();
    assertThat(Processes.exists(Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void theAgentIsKnownByItsNameWhereItsFileCannotBeRead() {
    long self = ProcessHandle.current().pid();
    assertThat(Processes.namesAgent(self, List.of("-javaagent:/gone/green-agent-1.jar=x")))
        .isTrue();
    assertThat(Processes.namesAgent(self, List.of("-javaagent:/gone/other.jar"))).isFalse();
  }

  private static String program(String... line) {
    return Processes.program(List.of(line));
  }
}
