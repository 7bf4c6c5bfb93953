package org.greenagent.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;

/**
 * Called when a file has changed, come, or gone. It is looked at now and then; what changes twice
 * in between is told once.
 */
public final class StatWatcher extends Watcher {
  /** How often it looks when nothing else is asked for. */
  private static final Duration USUAL = Duration.ofSeconds(5);

  /** How often it looks at most. */
  private static final Duration OFTEN = Duration.ofMillis(100);

  private final Path path;
  private final TimerWatcher timer;
  private BasicFileAttributes seen;
  private BasicFileAttributes before;

  StatWatcher(Loop loop, Path path, Duration interval) {
    super(loop);
    if (interval.isNegative()) {
      throw new IllegalArgumentException("interval must be positive or zero: " + interval);
    }
    this.path = path;
    Duration every = interval.isZero() ? USUAL : interval.compareTo(OFTEN) < 0 ? OFTEN : interval;
    timer = new TimerWatcher(loop, every, every);
    timer.ref(false);
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** What was last seen; null when there was no file. */
  public BasicFileAttributes attributes() {
    return seen;
  }

  /** What had been seen before the last change; null when there had been no file. */
  public BasicFileAttributes previous() {
    return before;
  }

  @Override
  void begin() {
    seen = look();
    before = seen;
    timer.start(this::compare);
  }

  @Override
  void end() {
    timer.stop();
  }

  private void compare() {
    BasicFileAttributes now = look();
    if (differ(seen, now)) {
      before = seen;
      seen = now;
      feed();
    }
  }

  private BasicFileAttributes look() {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class);
    } catch (IOException none) {
      return null;
    }
  }

  private static boolean differ(BasicFileAttributes a, BasicFileAttributes b) {
    if (a == null || b == null) {
      return a != b;
    }
    return a.size() != b.size()
        || !a.lastModifiedTime().equals(b.lastModifiedTime())
        || !Objects.equals(a.fileKey(), b.fileKey());
  }
}
