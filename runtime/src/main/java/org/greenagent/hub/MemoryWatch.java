package org.greenagent.hub;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.greenagent.config.Watch;

/**
 * Whether the process, or the live part of the heap, has outgrown its limit: told once, and again
 * when it was clearly below it meanwhile.
 *
 * <p>What lives in the heap is not known without a collection. What was never collected is left
 * out, the young objects; the others are those that live and some that do not.
 *
 * <p>Threads: one. Blocks: while it reads a file of {@code /proc}.
 */
final class MemoryWatch implements Supplier<String> {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  /** Below so much of the limit it counts as fallen. */
  private static final double FALLEN = 0.95;

  private final Watch.Limit limit;
  private final Supplier<String> most; // null: not known
  private boolean over;

  /**
   * A watch.
   *
   * @param most where most greenlets are, for the one who reads the line
   */
  MemoryWatch(Watch.Limit limit, Supplier<String> most) {
    this.limit = limit;
    this.most = most;
  }

  @Override
  public String get() {
    long greatest = limit.percent() > 0 ? Runtime.getRuntime().maxMemory() : 0;
    long allowed = limit.percent() > 0 ? greatest / 100 * limit.percent() : limit.bytes();
    long used = limit.percent() > 0 ? heap() : process();
    if (used < allowed * FALLEN) {
      over = false;
    }
    if (over || used <= allowed) {
      return null;
    }
    over = true;
    String what =
        limit.percent() > 0
            ? megabytes(used) + " of the heap's " + megabytes(greatest) + " are in use"
            : "the process has " + megabytes(used);
    String where = most == null ? null : most.get();
    return what + " (green.watch.memory=" + limit + ")" + (where == null ? "" : "; " + where);
  }

  private static String megabytes(long bytes) {
    return (bytes >> 20) + " MB";
  }

  private static long heap() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getUsage() : null;
      if (usage != null && !pool.getName().toLowerCase(Locale.ROOT).contains("eden")) {
        used += usage.getUsed();
      }
    }
    return used;
  }

  /** 0 where it is not known. */
  private static long process() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT)) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException e) {
      // not Linux as we know it: nothing is told
    }
    return 0;
  }
}
