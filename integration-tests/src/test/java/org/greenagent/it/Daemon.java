package org.greenagent.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A server of the operating system's that runs for one test on a port of its own. */
final class Daemon implements AutoCloseable {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  /** Below what Linux gives to those who ask for any port. */
  private static final int LOWEST_PORT = 20_000;

  private static final int PORTS = 10_000;

  private final Process process;
  private final Path folder;
  private final int port;

  private Daemon(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts a server and waits until it accepts connections.
   *
   * @param folder removed when the server is closed; the server's output goes there
   * @param command the server, run in the foreground
   */
  static Daemon start(Path folder, int port, List<String> command) throws Exception {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Daemon daemon = new Daemon(process, folder, port);
    long start = System.nanoTime();
    while (!daemon.accepts()) {
      if (!process.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
        String text = Files.readString(said);
        daemon.close();
        throw new AssertionError("does not serve: " + String.join(" ", command) + "\n" + text);
      }
      Thread.sleep(5);
    }
    return daemon;
  }

  /** A port that nobody listens to now. */
  static int freePort() {
    int port;
    do {
      port = LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
    } while (taken(port));
    return port;
  }

  /** The port on the loopback interface. */
  int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (var files = Files.walk(folder)) {
      for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  private static boolean taken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return !socket.isBound();
    } catch (IOException e) {
      return true;
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
