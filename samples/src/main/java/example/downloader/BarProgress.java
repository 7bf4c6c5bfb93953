package example.downloader;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on a terminal: one a file while they fit on a screen, and one for all together. */
final class BarProgress implements Progress {

  private static final int MOST_BARS = 16;
  private static final int REFRESH_MILLIS = 100;

  private final int files;
  private final ProgressBar total;
  private final Map<Download, ProgressBar> bars = new ConcurrentHashMap<>();
  private final AtomicLong expectedBytes = new AtomicLong();
  private final AtomicInteger ended = new AtomicInteger();

  /** Draws on the terminal's error stream, as the library does, for that many files. */
  BarProgress(int files) {
    this.files = files;
    this.total = bar("all " + files + " files", -1);
  }

  @Override
  public void started(Download download, long bytes) {
    if (files <= MOST_BARS) {
      bars.put(download, bar(download.name(), bytes));
    }
    total.maxHint(expectedBytes.addAndGet(Math.max(0, bytes)));
  }

  @Override
  public void advanced(Download download, int bytes) {
    ProgressBar bar = bars.get(download);
    if (bar != null) {
      bar.stepBy(bytes);
    }
    total.stepBy(bytes);
  }

  @Override
  public void ended(Outcome outcome) {
    ProgressBar bar = bars.remove(outcome.download());
    if (bar != null) {
      bar.setExtraMessage(outcome instanceof Outcome.Failed ? " failed" : "");
      bar.close();
    }
    total.setExtraMessage(" " + ended.incrementAndGet() + "/" + files);
  }

  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
    total.close();
  }

  private static ProgressBar bar(String name, long bytes) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(bytes)
        .setStyle(ProgressBarStyle.ASCII)
        .setUnit(" KiB", 1024)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .hideEta()
        .build();
  }
}
