package programs.real;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import programs.Cases;

/** What the operating system knows of this process: its threads by name, its descriptors. */
public final class Census {
  /** A leak at each of thousands of requests would be far more. */
  private static final int KEPT = 20;

  private static final Path TASKS = Path.of("/proc/self/task");

  private Census() {}

  /**
   * Prints whether the program's threads of that name are threads of the operating system, as they
   * must be on the stock JDK and none may be under the agent.
   *
   * @param prefix how their names begin; at most 7 characters, the JVM shortens long names
   * @param threads how many there are now at least
   */
  public static void threads(String prefix, int threads) throws IOException {
    boolean greenlets = Integer.getInteger("green.hubs", 0) > 0;
    List<String> found = names().stream().filter(name -> name.startsWith(prefix)).toList();
    boolean right = greenlets ? found.isEmpty() : found.size() >= threads;
    System.out.println(threads + " of " + prefix + " as wanted: " + (right ? right : found));
  }

  /** How many descriptors are open. */
  static int descriptors() {
    return new File("/proc/self/fd").list().length;
  }

  /** Waits until no more than before are open, but for what an idle client keeps. */
  static void descriptorsSince(int before) {
    Cases.until(() -> descriptors() <= before + KEPT);
    System.out.println("descriptors: ok");
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (var tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        try {
          names.add(Files.readString(task.resolve("comm")).strip());
        } catch (IOException e) {
          if (Files.exists(task)) {
            throw e;
          }
          // ended meanwhile: no file at the open, "No such process" at the read
        }
      }
    }
    return names;
  }
}
