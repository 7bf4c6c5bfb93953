package org.greenagent.build;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java source of the project, or names those that are not formatted or too long.
 *
 * <p>Usage: {@code Format check|apply ROOT}. Exit status 1 when something is to be mended.
 */
public final class Format {

  private static final int MOST_LINES = 400;

  private Format() {}

  public static void main(String[] args) throws IOException {
    boolean apply = args[0].equals("apply");
    Path root = Path.of(args[1]).normalize();
    List<String> complaints = new ArrayList<>();
    for (Path source : sources(root)) {
      String before = Files.readString(source);
      String after;
      try {
        after = new Formatter().formatSourceAndFixImports(before);
      } catch (FormatterException broken) {
        complaints.add(root.relativize(source) + ": " + broken.getMessage());
        continue;
      }
      if (!after.equals(before)) {
        if (apply) {
          Files.writeString(source, after);
        } else {
          complaints.add(root.relativize(source) + ": not formatted");
        }
      }
      if (after.lines().count() > MOST_LINES) {
        complaints.add(root.relativize(source) + ": more than " + MOST_LINES + " lines");
      }
    }
    if (!complaints.isEmpty()) {
      complaints.forEach(System.err::println);
      System.err.println("to format: mvn -q -pl build-tools process-classes -Dformat=apply");
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> modules = Files.list(root)) {
      for (Path module : modules.sorted().toList()) {
        Path tree = module.resolve("src");
        if (Files.isDirectory(tree)) {
          try (Stream<Path> files = Files.walk(tree)) {
            files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(found::add);
          }
        }
      }
    }
    return found;
  }
}
