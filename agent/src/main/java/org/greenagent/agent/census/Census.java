package org.greenagent.agent.census;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.greenagent.Green;
import org.greenagent.event.Reason;
import org.greenagent.event.Sites;
import org.greenagent.hub.Handoffs;

/**
 * Counts the threads that are started: which became greenlets, which did not and why. There only
 * with {@code green.debug.census}.
 *
 * <p>Threads: any. Blocks: for a moment, while others count.
 */
public final class Census {
  private static final Pattern OF_THE_SYSTEM =
      Pattern.compile(".*/(ld-linux|lib(c|m|dl|rt|z|pthread|resolv|gcc_s|stdc\\+\\+|nss_))\\b.*");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final String OWN = "org.greenagent.agent.";
  private static final String OURS = "liborg_greenagent_";
  private static final int WORDS_BEFORE_PATH = 6;

  private final Path file;
  private final Map<String, Integer> started = new TreeMap<>(); // under this

  /** Counts one thread. */
  public void count(Thread thread, String whyNative) {
    if (thread.getClass().getName().startsWith(OWN)) {
      return;
    }
    String site = Sites.of(thread);
    String line = whyNative == null ? "greenlet\t" + site : "native\t" + site + "\t" + whyNative;
    synchronized (this) {
      started.merge(line, 1, Integer::sum);
    }
  }

  /**
   * Counts into {@code file}: empty from the moment when the program begins, written when the JVM
   * ends.
   */
  public Census(Path file) {
    this.file = file;
    Runtime.getRuntime().addShutdownHook(new Writer());
  }

  /** The program's main method is about to run. */
  public void mainBegins() {
    write(List.of());
  }

  private void write(List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException | RuntimeException e) {
      // doctor sees that there is no file, or an empty one
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    synchronized (this) {
      started.forEach((what, count) -> lines.add(count + "\t" + what));
    }
    for (Reason reason : Reason.values()) {
      lines.add(Handoffs.count(reason) + "\treason\t" + reason.label());
    }
    Handoffs.bySite().forEach((site, count) -> lines.add(count + "\tholder\t" + site));
    Green.patches().forEach(patch -> lines.add("1\tpatch\t" + patch));
    libraries().forEach(library -> lines.add("1\tlibrary\t" + library));
    ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .ifPresent(cpu -> lines.add(cpu.toMillis() + "\tcpu\tms"));
    peakKilobytes().ifPresent(kilobytes -> lines.add(kilobytes + "\tpeak\tKB"));
    return lines;
  }

  /** The most memory that this process has had at a time. */
  private static Optional<String> peakKilobytes() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .map(PEAK::matcher)
          .filter(Matcher::matches)
          .map(line -> line.group(1))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The native libraries in this process that are neither the system's, the JDK's nor ours. */
  private static List<String> libraries() {
    String jdk = System.getProperty("java.home");
    try {
      return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
          .map(line -> line.split("\\s+", WORDS_BEFORE_PATH))
          .filter(words -> words.length == WORDS_BEFORE_PATH)
          .map(words -> words[WORDS_BEFORE_PATH - 1])
          .filter(path -> path.contains(".so") && !path.startsWith(jdk) && !path.contains(OURS))
          .filter(path -> !OF_THE_SYSTEM.matcher(path).matches())
          .distinct()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A shutdown hook. */
  private final class Writer extends Thread {
    Writer() {
      super("green-census");
    }

    @Override
    public void run() {
      write(lines());
    }
  }
}
