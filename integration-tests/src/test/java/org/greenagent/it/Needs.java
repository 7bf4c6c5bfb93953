package org.greenagent.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a test cannot do without; it is skipped, with the reason, where that cannot be had. */
final class Needs {
  private static final List<Path> JVMS =
      List.of(Path.of("/usr/lib/jvm"), Path.of("/opt/java"), Path.of("/usr/java"));

  private Needs() {}

  /** Skips tests of the agent itself in a dry run. */
  static void agent() {
    require(Places.agentPresent(), "a dry run without the agent");
  }

  /** The {@code java} of an installed JDK that is too old for the agent. */
  static String oldJava() {
    Optional<Path> found = JVMS.stream().filter(Files::isDirectory).flatMap(Needs::old).findFirst();
    require(found.isPresent(), "no JDK 8 to 24 in the usual folders");
    return found.get().toString();
  }

  /** The last of these places where a program of that Debian package stands. */
  static Path executable(String debianPackage, Stream<Path> places) {
    Optional<Path> found = places.filter(Files::isExecutable).max(Path::compareTo);
    require(found.isPresent(), "the Debian package " + debianPackage + " is not installed");
    return found.get();
  }

  /** The program of that name on the path; {@code what} says in the reason what it is. */
  static Path onPath(String name, String what) {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    require(found.isPresent(), "there is no " + what + " (" + name + ") on the path");
    return found.get();
  }

  /** A new image of the JDK under test with what the agent needs, made with those options. */
  static Path image(String... options) {
    Path image = Places.newFolder("image").resolve("jdk");
    List<String> line = new ArrayList<>(List.of(Places.tool("jlink")));
    line.addAll(List.of("--add-modules", "java.instrument", "--output", image.toString()));
    line.addAll(List.of(options));
    require(Files.isExecutable(Path.of(line.getFirst())), "the JDK has no jlink");
    Run run = Command.run(line.toArray(String[]::new));
    require(run.status() == 0, "jlink makes no image: " + run.out().strip());
    return image;
  }

  /** Whether these tests run as root. */
  static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  /** The command line that runs {@code command} as a user who owns nothing; for root. */
  static List<String> asNobody(List<String> command) {
    List<String> nobody = List.of("setpriv", "--reuid", "nobody", "--clear-groups");
    List<String> trial = new ArrayList<>(nobody);
    trial.addAll(List.of("test", "-r", Places.agent().toString(), "-a", "-x", command.getFirst()));
    boolean may = Command.run(trial.toArray(String[]::new)).status() == 0;
    require(may, "the user nobody cannot read the agent's jar, or there is no setpriv");
    List<String> line = new ArrayList<>(nobody);
    line.addAll(command);
    return line;
  }

  /** The jar of that kind of a module, which a build with the profile {@code publish} makes. */
  static Path published(Path module, String kind) throws IOException {
    try (var files = Files.list(module.resolve("target"))) {
      Optional<Path> jar =
          files.filter(file -> file.toString().endsWith("-" + kind + ".jar")).findFirst();
      String reason = module.getFileName() + " has no jar of " + kind + ": built without -Ppublish";
      require(jar.isPresent(), reason);
      return jar.get();
    }
  }

  /** A jar of another module, where this one is run alone. */
  static void built(Path jar) {
    require(Files.exists(jar), jar.getFileName() + " is not built");
  }

  /** Filters of system calls. */
  static void filters() {
    List<String> line = Refusing.command("eventfd2", List.of("true"));
    Run run = Command.run(line.toArray(String[]::new));
    require(run.status() != Refusing.NO_FILTERS, "this process may not filter its system calls");
    run.expect(0);
  }

  /** The command line that runs {@code command} while nothing in that folder can be executed. */
  static List<String> noexec(Path folder, List<String> command) {
    String mounting = "mount -t tmpfs -o noexec none \"$0\" && exec \"$@\"";
    List<String> line =
        new ArrayList<>(
            List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mounting));
    line.add(folder.toString());
    List<String> trial = new ArrayList<>(line);
    trial.add("true");
    boolean may = Command.run(trial.toArray(String[]::new)).status() == 0;
    require(may, "this process may not mount a file system of its own");
    line.addAll(command);
    return line;
  }

  private static Stream<Path> old(Path folder) {
    try (var jdks = Files.list(folder)) {
      return jdks
          .filter(jdk -> jdk.getFileName().toString().matches(".*\\b(17|21|11)\\b.*"))
          .map(jdk -> jdk.resolve("bin/java"))
          .filter(Files::isExecutable)
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Skips the test and says so where the build prints: the report of a skipped test is not. */
  private static void require(boolean present, String reason) {
    if (!present) {
      System.err.println("Skipped: " + reason);
    }
    assumeTrue(present, reason);
  }
}
