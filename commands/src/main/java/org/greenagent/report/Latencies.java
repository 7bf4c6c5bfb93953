package org.greenagent.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How long it took from being ready to running: a histogram with bars that double. */
final class Latencies {
  private static final long SMALLEST_NANOS = 1_000;
  private static final int BARS = 18; // the last begins at 131 ms

  private final List<Duration> sorted;
  private final int[] counts = new int[BARS];

  Latencies(List<Duration> latencies) {
    sorted = latencies.stream().sorted().toList();
    for (Duration latency : sorted) {
      counts[bar(latency.toNanos())]++;
    }
  }

  private static int bar(long nanos) {
    int bar = 0;
    for (long limit = SMALLEST_NANOS << 1; bar < BARS - 1 && nanos >= limit; limit <<= 1) {
      bar++;
    }
    return bar;
  }

  boolean none() {
    return sorted.isEmpty();
  }

  int size() {
    return sorted.size();
  }

  /** So much of them were not longer. */
  Duration quantile(double part) {
    int index = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }

  void write(Html page) {
    int first = 0;
    int last = BARS - 1;
    while (first < last && counts[first] == 0) {
      first++;
    }
    while (last > first && counts[last] == 0) {
      last--;
    }
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    page.raw("<div class=\"bars\">");
    for (int bar = Math.max(0, first - 1); bar <= Math.min(BARS - 1, last + 1); bar++) {
      Duration from = Duration.ofNanos(SMALLEST_NANOS << bar);
      double part = (double) counts[bar] / most;
      page.raw("<div class=\"bar\" title=\"")
          .plain(counts[bar] + " from " + Html.time(from) + " on")
          .raw("\"><span class=\"count\">")
          .plain(counts[bar] == 0 ? "" : Html.number(counts[bar]))
          .raw("</span><span class=\"fill\" style=\"--part:")
          .raw(String.format(Locale.ROOT, "%.3f", part))
          .raw("\"></span><span class=\"tick\">")
          .plain(bar == 0 ? "0" : Html.time(from))
          .raw("</span></div>");
    }
    page.raw("</div>");
  }
}
