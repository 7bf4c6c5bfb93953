package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk, when it is installed. Confined to one thread. */
final class Wrk implements Load {

  private static final Pattern REQUESTS =
      Pattern.compile("(\\d+) requests in ([\\d.]+)(us|ms|s|m)");
  private static final Pattern PERCENTILE = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s|m)");
  private static final Pattern ERRORS =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Map<String, Double> MICROS =
      Map.of("us", 1.0, "ms", 1e3, "s", 1e6, "m", 60e6);

  private static final long LOOK_MILLIS = 50;

  /** Seconds that all connections may take to be there. */
  private static final int LONGEST = 30;

  private WrkCounter counter;

  @Override
  public String name() {
    return "wrk, two threads";
  }

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    return parse(text(start(port, connections, seconds, List.of(), List.of())));
  }

  /** The percentiles and errors are those of the whole run: wrk tells no others. */
  @Override
  public Result run(int port, int connections, int seconds, Watch watch)
      throws IOException, InterruptedException {
    if (counter == null) {
      counter = new WrkCounter();
    }
    Process process =
        start(port, connections, seconds + LONGEST, counter.before(), counter.behind());
    try {
      for (long start = System.nanoTime(); !watch.stands(connections); ) {
        if (!process.isAlive() || System.nanoTime() - start > LONGEST * 1_000_000_000L) {
          interrupt(process);
          throw new IOException(
              "the server has not all of wrk's connections: " + text(process).strip());
        }
        Thread.sleep(LOOK_MILLIS);
      }
      watch.begin();
      long sentBefore = counter.sent();
      long start = System.nanoTime();
      Thread.sleep(seconds * 1000L);
      watch.end();
      long sent = counter.sent() - sentBefore;
      double tookSeconds = (System.nanoTime() - start) / 1e9;
      interrupt(process);
      Result whole = parse(text(process));
      return new Result(sent, tookSeconds, whole.p50Micros(), whole.p99Micros(), whole.errors());
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(
      int port, int connections, int seconds, List<String> before, List<String> behind)
      throws IOException {
    List<String> command = Tool.joined(List.of("wrk", "--latency", "-t2"), "-c" + connections);
    command.add("-d" + seconds + "s");
    command.addAll(before);
    command.add("http://127.0.0.1:" + port + "/");
    command.addAll(behind);
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String text(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return text;
  }

  /** At this signal it ends its run and reports. */
  private static void interrupt(Process process) throws IOException, InterruptedException {
    if (process.isAlive()) {
      Installed.output(List.of("sh", "-c", "kill -INT " + process.pid()));
    }
  }

  /**
   * Reads what wrk printed.
   *
   * @throws IOException with the text when it is none of wrk's reports
   */
  static Result parse(String text) throws IOException {
    Matcher requests = REQUESTS.matcher(text);
    if (!requests.find()) {
      throw new IOException("wrk did not report: " + text.strip());
    }
    double p50 = Double.NaN;
    double p99 = Double.NaN;
    for (Matcher line = PERCENTILE.matcher(text); line.find(); ) {
      double micros = micros(line.group(2), line.group(3));
      if (line.group(1).equals("50")) {
        p50 = micros;
      } else {
        p99 = micros;
      }
    }
    long errors = 0;
    Matcher failed = ERRORS.matcher(text);
    if (failed.find()) {
      for (int group = 1; group <= failed.groupCount(); group++) {
        errors += Long.parseLong(failed.group(group));
      }
    }
    return new Result(
        Long.parseLong(requests.group(1)),
        micros(requests.group(2), requests.group(3)) / 1e6,
        p50,
        p99,
        errors);
  }

  private static double micros(String number, String unit) {
    return Double.parseDouble(number) * MICROS.get(unit);
  }
}
