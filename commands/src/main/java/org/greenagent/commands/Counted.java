package org.greenagent.commands;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.greenagent.config.Patch;

/** What a program under the agent wrote down at its end, for people. */
final class Counted {
  /** A number, a kind, and what was counted. */
  private record Line(long count, String kind, String what, String more) {
    static Line of(String text) {
      String[] words = text.split("\t", -1);
      return new Line(
          Long.parseLong(words[0]), words[1], words[2], words.length > 3 ? words[3] : "");
    }
  }

  private final List<Line> lines;
  private final Map<String, Long> holders;

  Counted(List<String> lines, Map<String, Long> holders) {
    this.lines = lines.stream().map(Line::of).toList();
    this.holders = holders;
  }

  void print(PrintWriter out) {
    List<String> active = of("patch").map(Line::what).toList();
    String off =
        Arrays.stream(Patch.values())
            .map(Patch::label)
            .filter(label -> !active.contains(label))
            .collect(Collectors.joining(", "));
    out.println("  patches in force: " + active.size() + (off.isEmpty() ? "" : ", off: " + off));
    show(out, "threads that became greenlets", "greenlet", Line::what);
    show(out, "threads that stayed OS threads", "native", line -> line.what() + ": " + line.more());
    long moves = of("reason").mapToLong(Line::count).sum();
    out.println("  hubs moved to another OS thread " + moves + " times");
    if (holders.isEmpty()) {
      of("holder").forEach(line -> out.printf("    %6d  %s%n", line.count(), line.what()));
    }
    holders.forEach((holder, count) -> out.printf("    %6d  %s%n", count, holder));
    List<Line> libraries = of("library").toList();
    if (!libraries.isEmpty()) {
      out.println("  native libraries of its own");
      libraries.forEach(line -> out.println("    " + line.what()));
    }
  }

  private void show(PrintWriter out, String title, String kind, Function<Line, String> text) {
    List<Line> found = of(kind).sorted(Comparator.comparingLong(line -> -line.count())).toList();
    long count = found.stream().mapToLong(Line::count).sum();
    out.println("  " + title + ": " + count);
    found.forEach(line -> out.printf("    %6d  %s%n", line.count(), text.apply(line)));
  }

  private Stream<Line> of(String kind) {
    return lines.stream().filter(line -> line.kind().equals(kind));
  }
}
