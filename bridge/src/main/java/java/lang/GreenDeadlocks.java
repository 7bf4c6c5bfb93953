package java.lang;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Finds threads that wait for each other's monitors and locks in a circle, facades and OS threads
 * alike.
 *
 * <p>The threads are looked at one after the other while they run, so a circle counts only when it
 * is there a second time: who is deadlocked does not move.
 *
 * <p>Threads: any. Blocks: never.
 */
final class GreenDeadlocks {

  private GreenDeadlocks() {}

  /** The ids of the threads in circles; with those by locks of java.util.concurrent if asked. */
  static long[] find(boolean synchronizers) {
    List<Thread> once = circles(synchronizers);
    if (once.isEmpty()) {
      return new long[0];
    }
    once.retainAll(circles(synchronizers));
    long[] ids = new long[once.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = once.get(i).threadId();
    }
    return ids;
  }

  /** The thread that holds the monitor; null when none is seen to. */
  static Thread holder(Object monitor) {
    for (GreenView view : views()) {
      for (Object held : view.held) {
        if (held == monitor) {
          return view.thread;
        }
      }
    }
    return null;
  }

  /** All live threads of the program. */
  static List<GreenView> views() {
    List<GreenView> views = new ArrayList<>();
    for (Thread thread : Thread.getAllThreads()) {
      GreenLink link = GreenLink.ofFacade(thread);
      GreenView view = link == null ? GreenView.of(thread) : GreenView.of(link);
      if (view != null) {
        views.add(view);
      }
    }
    return views;
  }

  private static List<Thread> circles(boolean synchronizers) {
    List<GreenView> views = views();
    IdentityHashMap<Thread, Thread> waits = waits(views, synchronizers, false);
    List<Thread> found = new ArrayList<>();
    for (GreenView view : views) {
      if (leadsBack(view.thread, waits)) {
        found.add(view.thread);
      }
    }
    return found;
  }

  /** Who waits for whom: at a monitor, and if asked at a lock, and in a join. */
  static IdentityHashMap<Thread, Thread> waits(
      List<GreenView> views, boolean synchronizers, boolean joins) {
    IdentityHashMap<Object, Thread> holders = new IdentityHashMap<>();
    for (GreenView view : views) {
      for (Object held : view.held) {
        holders.put(held, view.thread);
      }
    }
    IdentityHashMap<Thread, Thread> waits = new IdentityHashMap<>();
    for (GreenView view : views) {
      Object waitsFor = view.waitsFor();
      Thread holder = null;
      if (view.blocked()) {
        holder = holders.get(waitsFor);
      } else if (synchronizers) {
        holder = GreenView.synchronizerOwner(waitsFor);
      }
      if (joins && holder == null) {
        holder = view.joined();
      }
      if (holder != null) {
        waits.put(view.thread, holder);
      }
    }
    return waits;
  }

  static boolean leadsBack(Thread start, IdentityHashMap<Thread, Thread> waits) {
    Thread next = waits.get(start);
    for (int steps = 0; next != null && steps <= waits.size(); steps++) {
      if (next == start) {
        return true;
      }
      next = waits.get(next);
    }
    return false;
  }
}
