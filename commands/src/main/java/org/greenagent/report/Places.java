package org.greenagent.report;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Which frame of a stack is worth naming: the innermost of the program itself. */
final class Places {
  static final String UNKNOWN = "unknown";

  private static final List<String> BENEATH =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.greenagent.");

  private Places() {}

  /** The place where the event happened. */
  static String of(RecordedEvent event) {
    List<RecordedFrame> frames = frames(event);
    for (RecordedFrame frame : frames) {
      if (!beneath(frame.getMethod().getType().getName())) {
        return text(frame);
      }
    }
    return frames.isEmpty() ? UNKNOWN : text(frames.getLast());
  }

  /** The whole stack, a frame a line, without the agent's own at its inner end. */
  static String stack(RecordedEvent event) {
    StringBuilder text = new StringBuilder();
    for (RecordedFrame frame : frames(event)) {
      String type = frame.getMethod().getType().getName();
      boolean ours = type.startsWith("org.greenagent.") || type.startsWith("java.lang.Green");
      if (!text.isEmpty() || !ours) {
        text.append(text(frame)).append('\n');
      }
    }
    return text.toString();
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    return event.getStackTrace() == null
        ? List.of()
        : event.getStackTrace().getFrames().stream().filter(RecordedFrame::isJavaFrame).toList();
  }

  private static boolean beneath(String type) {
    return BENEATH.stream().anyMatch(type::startsWith);
  }

  private static String text(RecordedFrame frame) {
    String method = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    return frame.getLineNumber() < 0 ? method : method + ":" + frame.getLineNumber();
  }
}
