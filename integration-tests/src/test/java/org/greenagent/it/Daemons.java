package org.greenagent.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The servers that the tests start, from their Debian packages. */
final class Daemons {
  private static final Path POSTGRES = Path.of("/usr/lib/postgresql");
  private static final Path REDIS = Path.of("/usr/bin/redis-server");

  private Daemons() {}

  /** A new PostgreSQL cluster that trusts the user {@code test}. */
  static Daemon postgres() throws Exception {
    String bin = Needs.executable("postgresql", initdbs()).getParent().toString();
    Path folder = Files.createTempDirectory("green-postgres");
    List<String> asUser = unprivileged(folder);
    Path data = folder.resolve("data");
    Command.run(
            with(asUser, bin + "/initdb", "-D", data.toString(), "-A", "trust", "-U", "test", "-N")
                .toArray(String[]::new))
        .expect(0);
    int port = Daemon.freePort();
    List<String> command = with(asUser, bin + "/postgres", "-D", data.toString(), "-F");
    command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(port), "-k", ""));
    return Daemon.start(folder, port, command);
  }

  /** An empty Redis that keeps nothing. */
  static Daemon redis() throws Exception {
    Path server = Needs.executable("redis-server", Stream.of(REDIS));
    int port = Daemon.freePort();
    List<String> command = List.of(server.toString(), "--port", String.valueOf(port));
    command = with(command, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no");
    return Daemon.start(Files.createTempDirectory("green-redis"), port, command);
  }

  private static Stream<Path> initdbs() {
    String[] versions = POSTGRES.toFile().list();
    return versions == null
        ? Stream.empty()
        : Stream.of(versions).map(version -> POSTGRES.resolve(version).resolve("bin/initdb"));
  }

  /** PostgreSQL refuses to run as root: makes the folder another's, and names who runs as him. */
  private static List<String> unprivileged(Path folder) throws IOException {
    if (!Files.getAttribute(folder, "unix:uid").equals(0)) {
      return List.of();
    }
    int user = Integer.parseInt(Command.run("id", "-u", "nobody").expect(0).out().strip());
    Files.setAttribute(folder, "unix:uid", user);
    return List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
  }

  private static List<String> with(List<String> command, String... more) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(more));
    return all;
  }
}
