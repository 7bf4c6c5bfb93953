package org.greenagent.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server with a new, empty cluster that trusts everybody; it goes when closed. */
record Postgres(Process process, Path folder, int port) implements Closeable {

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String CONNECTIONS = "400"; // pools of all servers that are compared
  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final long LOOK_MILLIS = 20;

  /**
   * Starts it and waits until it accepts connections.
   *
   * @throws Missing when it is not installed
   */
  static Postgres start() throws Missing, IOException, InterruptedException {
    Path bin = bin();
    Path folder = Files.createTempDirectory("green-postgres");
    Path data = folder.resolve("data");
    List<String> asUser = unprivileged(folder);
    int port = freePort();
    Installed.output(
        Tool.joined(
            asUser, bin + "/initdb", "-D", data.toString(), "-A", "trust", "-U", "test", "-N"));
    List<String> command = Tool.joined(asUser, bin + "/postgres", "-D", data.toString(), "-F");
    command.addAll(
        List.of("-N", CONNECTIONS, "-h", "127.0.0.1", "-p", Integer.toString(port), "-k", ""));
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    Postgres postgres = new Postgres(process, folder, port);
    long start = System.nanoTime();
    while (!postgres.accepts()) {
      if (!process.isAlive() || System.nanoTime() - start > LONGEST_NANOS) {
        String text = Files.readString(said);
        postgres.close();
        throw new IOException("PostgreSQL does not serve: " + text.strip());
      }
      Thread.sleep(LOOK_MILLIS);
    }
    return postgres;
  }

  private static Path bin() throws Missing, IOException {
    if (Files.isDirectory(VERSIONS)) {
      try (Stream<Path> versions = Files.list(VERSIONS)) {
        List<Path> found =
            versions
                .map(version -> version.resolve("bin"))
                .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                .sorted()
                .toList();
        if (!found.isEmpty()) {
          return found.getLast();
        }
      }
    }
    throw new Missing("no PostgreSQL in " + VERSIONS);
  }

  /** PostgreSQL refuses to run as root: makes the folder another's, and names who runs as him. */
  private static List<String> unprivileged(Path folder) throws IOException, InterruptedException {
    if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
      return List.of();
    }
    int user = Integer.parseInt(Installed.output(List.of("id", "-u", "nobody")).strip());
    Files.setAttribute(folder, "unix:uid", user);
    return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
