package java.lang;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Circles of threads that wait for each other, as a text for people: each is told once.
 *
 * <p>As {@link GreenDeadlocks} does, it looks twice: who is deadlocked does not move.
 *
 * <p>Threads: any. Blocks: while another asks.
 */
final class GreenCircles {

  private static final int FRAMES = 32;

  /** Threads whose circle has been told; they stay what they are. */
  private static final Set<Thread> TOLD = identities();

  private GreenCircles() {}

  /** Those that have not been told; null when there are none. */
  static synchronized String fresh() {
    IdentityHashMap<Thread, Thread> before =
        GreenDeadlocks.waits(GreenDeadlocks.views(), true, true);
    List<List<Thread>> circles = circles(before);
    if (circles.isEmpty()) {
      return null;
    }
    List<GreenView> views = GreenDeadlocks.views();
    IdentityHashMap<Thread, Thread> now = GreenDeadlocks.waits(views, true, true);
    StringBuilder text = new StringBuilder();
    for (List<Thread> circle : circles) {
      if (stands(circle, before, now)) {
        describe(circle, views, now, text);
        TOLD.addAll(circle);
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  /** Programs may have threads that are equal to each other. */
  private static Set<Thread> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** Each circle with a thread that was not told of, in the order of waiting. */
  private static List<List<Thread>> circles(IdentityHashMap<Thread, Thread> waits) {
    List<List<Thread>> circles = new ArrayList<>();
    Set<Thread> seen = identities();
    for (Thread start : waits.keySet()) {
      if (seen.contains(start) || TOLD.contains(start)) {
        continue;
      }
      if (!GreenDeadlocks.leadsBack(start, waits)) {
        continue;
      }
      List<Thread> circle = new ArrayList<>();
      for (Thread next = start; seen.add(next); next = waits.get(next)) {
        circle.add(next);
      }
      circles.add(circle);
    }
    return circles;
  }

  private static boolean stands(
      List<Thread> circle,
      IdentityHashMap<Thread, Thread> before,
      IdentityHashMap<Thread, Thread> now) {
    for (Thread thread : circle) {
      if (before.get(thread) != now.get(thread)) {
        return false;
      }
    }
    return true;
  }

  private static void describe(
      List<Thread> circle,
      List<GreenView> views,
      IdentityHashMap<Thread, Thread> waits,
      StringBuilder text) {
    text.append(text.isEmpty() ? "" : "\n\t");
    text.append("deadlock of ").append(circle.size()).append(" threads: ");
    for (Thread thread : circle) {
      name(thread, text).append(" waits for ");
    }
    name(circle.get(0), text);
    for (Thread thread : circle) {
      for (GreenView view : views) {
        if (view.thread == thread) {
          describe(view, waits.get(thread), text);
        }
      }
    }
  }

  private static void describe(GreenView view, Thread holder, StringBuilder text) {
    Object waitsFor = view.waitsFor();
    name(view.thread, text.append("\n\t")).append(' ');
    if (waitsFor instanceof Thread) {
      name(holder, text.append("joins "));
    } else {
      text.append("wants ");
      text.append(waitsFor.getClass().getName()).append('@');
      text.append(Integer.toHexString(System.identityHashCode(waitsFor)));
      name(holder, text.append(", held by "));
    }
    int shown = 0;
    for (StackTraceElement frame : view.stack) {
      if (shown++ == FRAMES) {
        text.append("\n\t\t...");
        return;
      }
      text.append("\n\t\tat ").append(frame);
    }
  }

  private static StringBuilder name(Thread thread, StringBuilder text) {
    return text.append('"').append(thread.getName()).append('"');
  }
}
