package org.greenagent.report;

import java.time.Duration;
import java.util.Locale;

/** Text of a page: what comes from a program is always escaped. */
final class Html {
  private final StringBuilder text = new StringBuilder();

  /** Adds text that is HTML already. */
  Html raw(String html) {
    text.append(html);
    return this;
  }

  /** Adds text of any kind. */
  Html plain(Object any) {
    text.append(escaped(String.valueOf(any)));
    return this;
  }

  /** Adds an element with plain text in it; {@code tag} may have attributes. */
  Html element(String tag, Object any) {
    int end = tag.indexOf(' ');
    String name = end < 0 ? tag : tag.substring(0, end);
    return raw("<" + tag + ">").plain(any).raw("</" + name + ">");
  }

  /** Adds a stack that can be unfolded. */
  Html stack(String summary, String frames) {
    if (frames == null || frames.isBlank()) {
      return element("code", summary);
    }
    return raw("<details><summary>")
        .element("code", summary)
        .raw("</summary>")
        .element("pre", frames.strip())
        .raw("</details>");
  }

  static String escaped(String any) {
    StringBuilder safe = new StringBuilder(any.length() + 16);
    for (int i = 0; i < any.length(); i++) {
      char letter = any.charAt(i);
      switch (letter) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(letter);
      }
    }
    return safe.toString();
  }

  /** A time for people: 1.2 s, 35 ms, 740 µs. */
  static String time(Duration time) {
    double nanos = time.toNanos();
    if (nanos >= 60e9) {
      return String.format(Locale.ROOT, "%d min %d s", time.toMinutes(), time.toSecondsPart());
    }
    if (nanos >= 1e9) {
      return String.format(Locale.ROOT, nanos >= 10e9 ? "%.0f s" : "%.1f s", nanos / 1e9);
    }
    if (nanos >= 1e6) {
      return String.format(Locale.ROOT, nanos >= 10e6 ? "%.0f ms" : "%.1f ms", nanos / 1e6);
    }
    return String.format(Locale.ROOT, "%.0f µs", nanos / 1e3);
  }

  /** A number with its thousands apart. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** As above, rounded. */
  static String number(double number) {
    return number(Math.round(number));
  }

  /** A size for people. */
  static String bytes(long bytes) {
    return bytes >= 10 << 20
        ? number(bytes / 1048576.0) + " MB"
        : number(Math.ceil(bytes / 1024.0)) + " kB";
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
