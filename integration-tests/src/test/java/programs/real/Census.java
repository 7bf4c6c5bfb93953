package programs.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the operating system knows of this process: its threads by name, its descriptors. */
final class Census {
  /** Connections that end a little later; a leak at each of thousands of requests is far more. */
  private static final int LINGERING = 20;

  private static final Path SELF = Path.of("/proc/self");

  private Census() {}

  /**
   * Prints whether the program's threads of that name are threads of the operating system, as they
   * must be on the stock JDK and may not be under the agent.
   *
   * @param prefix how their names begin; at most 15 characters, Linux cuts the rest
   * @param threads how many there are now
   */
  static void threads(String prefix, int threads) throws IOException {
    boolean greenlets = Integer.getInteger("green.hubs", 0) > 0;
    List<String> found = names().stream().filter(name -> name.startsWith(prefix)).toList();
    boolean right = found.size() == (greenlets ? 0 : threads);
    System.out.println(threads + " of " + prefix + " as wanted: " + (right ? right : found));
  }

  /** How many descriptors are open. */
  static int descriptors() throws IOException {
    try (var open = Files.list(SELF.resolve("fd"))) {
      return (int) open.count();
    }
  }

  /** Prints whether no more than before are open, but for what is about to be closed. */
  static void descriptorsSince(int before) throws IOException {
    int now = descriptors();
    System.out.println("descriptors: " + (now > before + LINGERING ? before + " to " + now : "ok"));
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (var tasks = Files.newDirectoryStream(SELF.resolve("task"))) {
      for (Path task : tasks) {
        try {
          names.add(Files.readString(task.resolve("comm")).strip());
        } catch (NoSuchFileException e) {
          continue; // ended meanwhile
        }
      }
    }
    return names;
  }
}
