package org.greenagent.event;

import java.util.List;

/**
 * Stacks as texts, and whose place in them is worth naming.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Frames {
  private static final int FRAMES = 64;

  /** What a program stands on; the place in the program is outside of it. */
  private static final List<String> BENEATH =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.greenagent.");

  private Frames() {}

  /** One frame a line, innermost first, without those of this library at the inner end. */
  static String text(StackTraceElement[] frames) {
    return text(frames, "");
  }

  /** As above, each line after {@code before}. */
  public static String text(StackTraceElement[] frames, String before) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (StackTraceElement frame : frames) {
      if (shown == 0 && ours(frame.getClassName())) {
        continue;
      }
      if (shown++ == FRAMES) {
        text.append(before).append("...\n");
        break;
      }
      text.append(before).append(frame).append('\n');
    }
    return text.toString();
  }

  /** The innermost frame of the program itself, else the innermost of all; null without any. */
  public static StackTraceElement place(StackTraceElement[] frames) {
    for (StackTraceElement frame : frames) {
      if (!beneath(frame.getClassName())) {
        return frame;
      }
    }
    return frames.length == 0 ? null : frames[0];
  }

  /** Whether the program itself is on the stack. */
  public static boolean ofProgram(StackTraceElement[] frames) {
    StackTraceElement place = place(frames);
    return place != null && !beneath(place.getClassName());
  }

  private static boolean beneath(String type) {
    for (String prefix : BENEATH) {
      if (type.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ours(String type) {
    return type.startsWith("org.greenagent.") || type.startsWith("java.lang.Green");
  }
}
