package example.downloader;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailingUrlsTest {

  @TempDir private Path folder;

  /** Downloads a bad address together with a good one; answers the bad one's line. */
  private String failureOf(String address) throws IOException {
    Captured run;
    try (DemoServer good = DemoServer.start(0, Thread::new)) {
      run =
          Captured.of(
              UrlDownloader::run,
              address,
              good.addresses(1).getFirst(),
              "--dir=" + folder,
              "--timeout=1");
    }
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("saved   file-000.bin").contains("1 of 2 saved");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("file-000.bin"));
    }
    return run.out().lines().filter(line -> line.startsWith("failed")).findFirst().orElseThrow();
  }

  /**
   * A server that gives each connection the same answer and closes it; no answer at all when it is
   * empty.
   */
  private static String failureOf(FailingUrlsTest test, String answer) throws Exception {
    Thread serving;
    String failure;
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      serving =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  while (true) {
                    Socket connection = listener.accept();
                    if (!answer.isEmpty()) {
                      answer(connection, answer);
                    }
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      failure = test.failureOf("http://127.0.0.1:" + listener.getLocalPort() + "/bad.bin");
    }
    serving.join();
    return failure;
  }

  private static void answer(Socket connection, String answer) throws IOException {
    try (connection) {
      if (connection.getInputStream().read(new byte[4096]) > 0) {
        connection.getOutputStream().write(answer.getBytes(US_ASCII));
      }
    }
  }

  @Test
  void unknownHostIsNamed() throws Exception {
    assertThat(failureOf("http://no-such-host.invalid/x")).contains("unknown host: no-such-host");
  }

  @Test
  void refusedConnectionIsTold() throws Exception {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }

    assertThat(failureOf("http://127.0.0.1:" + port + "/x"))
        .contains("cannot connect: Connection refused");
  }

  @Test
  void missingFileIsTold() throws Exception {
    assertThat(failureOf(this, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
        .endsWith("HTTP 404 Not Found");
  }

  @Test
  void truncatedBodyIsTold() throws Exception {
    assertThat(failureOf(this, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"))
        .contains("truncated: ");
  }

  @Test
  void truncatedChunkedBodyIsTold() throws Exception {
    assertThat(
            failureOf(this, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"))
        .contains("truncated: ");
  }

  @Test
  void wrongDigestIsTold() throws Exception {
    assertThat(
            failureOf(
                this,
                "HTTP/1.1 200 OK\r\nRepr-Digest: sha-256=:AAAA:\r\nContent-Length: 4\r\n\r\nfull"))
        .contains("checksum: the body has ");
  }

  @Test
  void silentServerIsATimeout() throws Exception {
    assertThat(failureOf(this, "")).contains("timeout: Read timed out");
  }

  @ParameterizedTest
  @CsvSource({"ftp://127.0.0.1/x", "http:///x", "no url", "http://bad host/"})
  void whatIsNoWebAddressIsTold(String address) throws Exception {
    assertThat(failureOf(address)).contains("not an http or https URL");
  }
}
