package org.greenagent.loop.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** What a fresh JVM runs that may open few descriptors, at first only as many as is said. */
  static final class Scarce {
    public static void main(String[] args) throws IOException {
      // classes need descriptors to be loaded
      if (!EpollPoll.descriptorsLeft() || EpollLibrary.failed()) {
        throw new AssertionError("nothing has been tried");
      }
      List<FileInputStream> held = new ArrayList<>();
      try {
        while (true) {
          held.add(new FileInputStream("/dev/null"));
        }
      } catch (IOException e) {
        for (int i = Integer.parseInt(args[0]); i > 0; i--) {
          held.removeLast().close();
        }
      }
      try {
        EpollPoll.open().close();
      } catch (IOException e) {
        System.out.println("not now");
      }
      for (FileInputStream one : held) {
        one.close();
      }
      System.out.println(EpollLibrary.failure());
      EpollPoll.open().close();
      System.out.println("open");
    }
  }

  private static String run(String... options) throws IOException, InterruptedException {
    return run(List.of(), options, Program.class.getName());
  }

  private static String run(List<String> launcher, String[] options, String... program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(
        List.of(
            "--limit-modules=java.base",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(program));
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void takesNoShortageOfDescriptorsForAFailure(int left) throws Exception {
    List<String> limited = List.of("sh", "-c", "ulimit -n 96; exec \"$@\"", "sh");
    String said = run(limited, new String[0], Scarce.class.getName(), String.valueOf(left));
    assertThat(said).isEqualTo("not now\nnull\nopen\n");
  }
}
