package org.greenagent.stress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Runs all {@code *Test} of this module under JCStress, in JVMs of their own: those called {@code
 * *BrokenTest} must show what is forbidden, the others must not.
 *
 * <p>Argument: milliseconds for each of them. Exit status 1, with the output of JCStress, when a
 * test did what it must not.
 */
public final class Protocols {
  private static final String TEST_LIST = "/META-INF/TestList";
  private static final int ITERATIONS = 5;
  private static final int LIMIT_MINUTES = 10;
  private static final int ROUNDS = 4;
  private static final int LONGER = 5;
  private static final Path OUTPUT = Path.of("jcstress").toAbsolutePath();

  private Protocols() {}

  /** Runs them. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Files.createDirectories(OUTPUT);
    List<String> right = new ArrayList<>();
    List<String> broken = new ArrayList<>();
    for (String test : tests()) {
      (test.endsWith("BrokenTest") ? broken : right).add(test);
    }
    // in one run, as JCStress takes as long to look at the machine as for several tests
    List<String> all = new ArrayList<>(right);
    all.addAll(broken);
    long millis = Long.parseLong(args[0]);
    String said = run(all, millis, "all.txt");
    boolean pass = pass(right, all, said);
    boolean caught = areCaught(broken, millis, said);
    System.exit(pass && caught ? 0 : 1);
  }

  private static boolean pass(List<String> right, List<String> all, String said) {
    long failed = all.stream().filter(test -> fails(test, said)).count();
    String end =
        "(Results: %d planned; %d passed, %d failed, 0 soft errs, 0 hard errs)"
            .formatted(all.size(), all.size() - failed, failed);
    boolean passed =
        said.contains(end)
            && said.contains("Error tests: No matches")
            && right.stream().noneMatch(test -> fails(test, said));
    System.out.println((passed ? "pass: " : "FAIL: ") + right.size() + " protocols");
    if (!passed) {
      System.out.println(said);
    }
    return passed;
  }

  private static boolean fails(String test, String said) {
    return said.contains("[FAILED] " + test);
  }

  /**
   * A twin that was not caught yet is tried for longer: the interleaving is rare, and how rare
   * depends on what else the machine does.
   */
  private static boolean areCaught(List<String> tests, long millis, String saidFirst)
      throws IOException, InterruptedException {
    List<String> left = new ArrayList<>(tests);
    String said = saidFirst;
    long budget = millis;
    for (int round = 1; ; round++) {
      for (String test : tests) {
        if (fails(test, said) && left.remove(test)) {
          System.out.println("pass: caught " + test);
        }
      }
      if (left.isEmpty() || round == ROUNDS) {
        break;
      }
      budget *= LONGER;
      said = run(left, budget, "broken-" + round + ".txt");
    }
    left.forEach(test -> System.out.println("FAIL: not caught " + test));
    return left.isEmpty();
  }

  /** What JCStress says when it runs {@code tests}. */
  private static String run(List<String> tests, long millis, String logName)
      throws IOException, InterruptedException {
    Path log = OUTPUT.resolve(logName);
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.openjdk.jcstress.Main",
            "-t",
            "^(" + String.join("|", tests).replace(".", "\\.") + ")$",
            "-f",
            "1",
            "-iters",
            Integer.toString(ITERATIONS),
            "-time",
            Long.toString(millis / ITERATIONS),
            // one JVM configuration: the protocols differ by compiler far less than by time spent
            "-jvmArgs",
            "-Xmx256m --add-opens=java.base/java.lang=ALL-UNNAMED",
            "-c",
            "2",
            "-af",
            "NONE",
            "-sc",
            "false",
            "-r",
            OUTPUT.toString());
    Process process =
        new ProcessBuilder(command)
            .directory(OUTPUT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(log);
  }

  /** The names in the list that the annotation processor of JCStress writes. */
  private static SortedSet<String> tests() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    InputStream list = Protocols.class.getResourceAsStream(TEST_LIST);
    if (list == null) {
      throw new IOException("no " + TEST_LIST + ": the annotation processor did not run");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int end = line.indexOf("_jcstress");
        if (end >= 0) {
          names.add(line.substring(line.lastIndexOf("org.greenagent.", end), end));
        }
      }
    }
    return names;
  }
}
