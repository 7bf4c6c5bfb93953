package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Load by wrk, when it is installed. */
final class Wrk implements Load {

  private static final Pattern REQUESTS =
      Pattern.compile("(\\d+) requests in ([\\d.]+)(us|ms|s|m)");
  private static final Pattern PERCENTILE = Pattern.compile("(50|99)%\\s+([\\d.]+)(us|ms|s|m)");
  private static final Pattern ERRORS =
      Pattern.compile("connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");
  private static final Map<String, Double> MICROS =
      Map.of("us", 1.0, "ms", 1e3, "s", 1e6, "m", 60e6);

  @Override
  public String name() {
    return "wrk, two threads";
  }

  @Override
  public Result run(int port, int connections, int seconds)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "wrk",
                "--latency",
                "-t2",
                "-c" + connections,
                "-d" + seconds + "s",
                "http://127.0.0.1:" + port + "/")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return parse(text);
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
