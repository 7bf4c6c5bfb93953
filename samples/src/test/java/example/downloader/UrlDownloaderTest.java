package example.downloader;

import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlDownloaderTest {

  @TempDir private Path folder;

  private Captured run(String... args) {
    return Captured.of(
        UrlDownloader::run,
        Stream.concat(Stream.of(args), Stream.of("--dir", folder.toString()))
            .toArray(String[]::new));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void withoutUrlsItDownloadsFromItsOwnServer() throws Exception {
    Captured run = run("--demo-files", "8", "--demo-latency", "1");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(names()).hasSize(8).allMatch(name -> name.matches("file-00\\d\\.bin"));
    for (String name : names()) {
      byte[] content = Files.readAllBytes(folder.resolve(name));
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      assertThat(run.out().lines()).anyMatch(line -> line.contains(name) && line.endsWith(sum));
    }
  }

  @Test
  void poolDownloadsEverythingToo() throws Exception {
    assertThat(run("--demo-files", "9", "--demo-latency", "1", "--threads", "2").status()).isZero();
    assertThat(names()).hasSize(9);
  }

  @Test
  void summaryNamesWhatWasDone() {
    Captured run = run("--demo-files", "3", "--demo-latency", "1");

    assertThat(run.out())
        .contains("files           3 of 3 saved and verified")
        .containsPattern("bytes           \\d+ ")
        .containsPattern("wall time       \\d+\\.\\d\\d s")
        .containsPattern("one by one      \\d+\\.\\d\\d s")
        .containsPattern("greenlets       0\n")
        .containsPattern("OS threads      [1-9]\\d* at most");
  }

  @Test
  void fileGivesUrlsAndChecksums() throws Exception {
    try (DemoServer server = DemoServer.start(0, Thread::new)) {
      List<String> urls = server.addresses(2);
      assertThat(run(urls.get(0)).status()).isZero();
      byte[] first = Files.readAllBytes(folder.resolve("file-000.bin"));
      String right = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(first));
      Path list = folder.resolve("urls.txt");
      Files.writeString(
          list, "# two files\n\n%s %s\n%s %s\n".formatted(urls.get(0), right, urls.get(1), right));

      Captured run = run("--file", list.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.out()).contains("saved   file-000.bin").contains("expected " + right);
      assertThat(names()).containsExactly("file-000.bin", "urls.txt");
    }
  }

  @Test
  void equalNamesAreToldApart() throws Exception {
    try (DemoServer server = DemoServer.start(0, Thread::new)) {
      String url = server.addresses(1).getFirst();

      assertThat(run(url, url, url + "?again").status()).isZero();

      assertThat(names()).containsExactly("file-000-2.bin", "file-000-3.bin", "file-000.bin");
    }
  }

  @Test
  void helpIsPrintedWithStatusZero() {
    Captured run = Captured.of(UrlDownloader::run, "--help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("--threads", "--file", "--dir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--speed", "--threads=0", "--threads=x", "--file=missing.txt", "--timeout=0"})
  void badArgumentsGiveOneLineAndStatusTwo(String argument) {
    Captured run = run(argument);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("url-downloader: ");
  }
}
