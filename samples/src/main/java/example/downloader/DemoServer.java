package example.downloader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;

/**
 * A slow web server on the loopback interface, for a run without a network: files of several sizes,
 * each sent after a wait and with waits between its pieces. One thread a request.
 */
final class DemoServer implements AutoCloseable {

  private static final int BACKLOG = 4096;
  private static final int[] SIZES = {
    1, 20 * 1024, 300 * 1024, 1024 * 1024, 3 * 1024 * 1024, 64 * 1024
  };
  private static final int PIECE_BYTES = 256 * 1024;
  private static final long PIECE_MILLIS = 20;

  private final HttpServer server;
  private final long latencyMillis;

  private DemoServer(HttpServer server, long latencyMillis) {
    this.server = server;
    this.latencyMillis = latencyMillis;
  }

  /**
   * Starts it on a free port.
   *
   * @throws IOException when there is none
   */
  static DemoServer start(long latencyMillis, ThreadFactory threads) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    DemoServer demo = new DemoServer(HttpServer.create(anyPort, BACKLOG), latencyMillis);
    demo.server.createContext("/", demo::answer);
    demo.server.setExecutor(request -> threads.newThread(request).start());
    demo.server.start();
    return demo;
  }

  /** The addresses of that many files. */
  List<String> addresses(int files) {
    String root = "http://127.0.0.1:" + server.getAddress().getPort();
    return IntStream.range(0, files)
        .mapToObj(file -> "%s/file-%03d.bin".formatted(root, file))
        .toList();
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange.getRequestURI().getPath());
      pause(latencyMillis);
      exchange.getResponseHeaders().set("Repr-Digest", "sha-256=:" + digest(body) + ":");
      exchange.sendResponseHeaders(200, body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        for (int sent = 0; sent < body.length; sent += PIECE_BYTES) {
          if (sent > 0) {
            pause(PIECE_MILLIS);
          }
          out.write(body, sent, Math.min(PIECE_BYTES, body.length - sent));
          out.flush();
        }
      }
    }
  }

  /** The same bytes for the same name in every run. */
  private static byte[] body(String path) {
    int seed = path.hashCode();
    byte[] body = new byte[SIZES[Math.floorMod(seed, SIZES.length)]];
    new SplittableRandom(seed).nextBytes(body);
    return body;
  }

  private static String digest(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static void pause(long millis) throws InterruptedIOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new InterruptedIOException("stopped");
    }
  }
}
