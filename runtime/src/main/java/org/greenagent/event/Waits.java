package org.greenagent.event;

import java.util.Iterator;
import java.util.stream.Stream;

/**
 * What a thread waits for, by the frames of its own stack: nothing need be kept for it while nobody
 * asks.
 *
 * <p>Threads: any. Blocks: never.
 */
final class Waits {
  /** So far from the park, at most, stands the method that says why. */
  private static final int FRAMES = 40;

  private static final String CONCURRENT = "java.util.concurrent.";

  private Waits() {}

  /** A method on the stack. */
  interface Frame {
    String type();

    String method();
  }

  private record Walked(String type, String method) implements Frame {}

  /** Why the current thread waits. */
  static String reason() {
    return StackWalker.getInstance()
        .walk(frames ->
            reason(
                frames
                    .limit(FRAMES)
                    .map(frame -> new Walked(frame.getClassName(), frame.getMethodName()))));
  }

  /** Why a thread with these frames waits, the innermost first. */
  static String reason(Stream<? extends Frame> stack) {
    String reason = "park";
    Iterator<? extends Frame> frames = stack.iterator();
    while (frames.hasNext()) {
      Frame frame = frames.next();
      String type = frame.type();
      if (type.equals("sun.nio.ch.Poller")) {
        return frame.method().equals("pollSelector") ? "select" : polled(frames);
      }
      if (type.endsWith("ConditionObject") && frame.method().startsWith("await")) {
        return "condition";
      }
      String ofThread = ofThread(type, frame.method());
      if (ofThread != null) {
        return ofThread;
      }
      if (type.startsWith(CONCURRENT)) {
        reason = synchronizer(type, reason);
      } else if (!reason.equals("park")) {
        return reason; // who called the synchronizer
      }
    }
    return reason;
  }

  private static String polled(Iterator<? extends Frame> frames) {
    while (frames.hasNext()) {
      String operation = operation(frames.next().method());
      if (operation != null) {
        return operation;
      }
    }
    return "poll";
  }

  /** What a method of a socket or a channel does. */
  private static String operation(String method) {
    if (method.contains("ccept")) {
      return "accept";
    }
    if (method.contains("onnect")) {
      return "connect";
    }
    if (method.contains("ead") || method.contains("eceive")) {
      return "read";
    }
    return method.contains("rite") || method.contains("end") ? "write" : null;
  }

  private static String synchronizer(String type, String known) {
    if (type.endsWith("Lock") || type.contains("Lock$")) {
      return "lock";
    }
    if (type.endsWith(".CountDownLatch")) {
      return "latch"; // or a join, by the next frame
    }
    return type.endsWith(".Semaphore") ? "semaphore" : known;
  }

  private static String ofThread(String type, String method) {
    boolean thread = type.equals("java.lang.Thread") || type.equals("java.lang.VirtualThread");
    if (thread && method.startsWith("sleep")) {
      return "sleep";
    }
    boolean joins = thread || type.equals("java.lang.GreenFacade");
    return joins && method.startsWith("join") ? "join" : null;
  }
}
