package example.downloader;

import java.util.Locale;

/** Writes quantities for people. */
final class Units {

  private static final double KIB = 1024;

  private Units() {}

  /** A number of bytes with one decimal: {@code 512 B}, {@code 1.5 KiB}, {@code 12.0 MiB}. */
  static String bytes(long bytes) {
    if (bytes < KIB) {
      return bytes + " B";
    }
    return bytes < KIB * KIB
        ? decimal(bytes / KIB, 1) + " KiB"
        : decimal(bytes / KIB / KIB, 1) + " MiB";
  }

  /** Nanoseconds as seconds with two decimals: {@code 0.31 s}. */
  static String seconds(long nanos) {
    return decimal(nanos / 1e9, 2) + " s";
  }

  private static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
