package org.greenagent.loop.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Loads the library in fresh JVMs, as it is loaded once in each. */
@Timeout(120)
class EpollLibraryTest {
  @TempDir private Path folder;

  /** What a fresh JVM runs. */
  static final class Program {
    public static void main(String[] args) {
      try {
        EpollPoll.open().close();
        System.out.println("open");
      } catch (IOException e) {
        System.out.println(EpollLibrary.failed() + " " + e.getMessage());
      }
      System.getProperties().stringPropertyNames().stream()
          .filter(name -> name.contains("netty"))
          .forEach(System.out::println);
    }
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "--limit-modules=java.base",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said;
  }

  @Test
  void isLoadedWithoutAWordOrAFileOnTheBareJdk() throws Exception {
    assertThat(run("-Djava.io.tmpdir=" + folder)).isEqualTo("open\n");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysWhyItCannotBeLoaded() throws Exception {
    assertThat(run("-Djava.io.tmpdir=/proc"))
        .startsWith("true the native epoll library cannot be loaded: ")
        .contains("/proc")
        .hasLineCount(1);
    assertThat(run("-Dos.arch=riscv64"))
        .startsWith("true the native epoll library cannot be loaded: ")
        .contains("riscv64")
        .hasLineCount(1);
  }
}
