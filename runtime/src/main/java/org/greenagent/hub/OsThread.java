package org.greenagent.hub;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An OS thread, as the kernel tells of it: whether it computes, or only would if it were let.
 *
 * <p>Source: proc(5), {@code /proc/thread-self} and {@code /proc/PID/task/TID/stat}; the kernel's
 * {@code Documentation/scheduler/sched-stats.rst} for {@code schedstat}.
 *
 * <p>Threads: any. Blocks: while it reads a file of {@code /proc}.
 */
class OsThread {
  /** What {@link #ranNanos} answers where nobody knows. */
  static final long UNKNOWN = -1;

  private static final Path SELF = Path.of("/proc/thread-self");

  private final String folder;

  OsThread(String folder) {
    this.folder = folder;
  }

  /** The thread that runs this; of one that nothing is known of where there is no {@code /proc}. */
  static OsThread current() {
    try {
      return new OsThread("/proc/" + Files.readSymbolicLink(SELF));
    } catch (IOException | RuntimeException e) {
      return new OsThread("/proc/none");
    }
  }

  /**
   * How long it was on a processor, in nanoseconds; {@link #UNKNOWN} where the kernel does not
   * tell. What it runs now counts from the kernel's next tick on, some milliseconds later.
   */
  long ranNanos() {
    String times = first("/schedstat");
    int end = times.indexOf(' ');
    try {
      return end < 0 ? UNKNOWN : Long.parseLong(times.substring(0, end));
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  /** True when it runs or waits for a processor, false when it sleeps or waits for a device. */
  boolean runnable() {
    String state = first("/stat");
    return state.startsWith(") R", state.lastIndexOf(')'));
  }

  /** The first bytes of a file of this thread; empty when there are none. */
  private String first(String file) {
    try (FileInputStream in = new FileInputStream(folder + file)) {
      return new String(in.readNBytes(128), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }
}
