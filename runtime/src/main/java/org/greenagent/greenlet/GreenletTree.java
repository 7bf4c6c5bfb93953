package org.greenagent.greenlet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * A greenlet and those that it spawned, as they were when this was made. Greenlets are known from
 * {@link #track} on, until nobody refers to them any more; also those that have ended.
 *
 * <p>Threads: any. Blocks: never.
 *
 * @param greenlet the greenlet
 * @param children those that it spawned, in the order in which they were started
 */
public record GreenletTree(Greenlet<?> greenlet, List<GreenletTree> children) {
  // started greenlets by the order of their starts; guarded by itself; holds them weakly
  private static final Map<Greenlet<?>, Long> KNOWN = new WeakHashMap<>();
  private static final Consumer<Greenlet<?>> REMEMBER = GreenletTree::remember;
  private static final String INDENT = "|   ";

  // guarded by the map
  private static long started;
  private static boolean tracks;

  /** Whether greenlets that start are remembered; at first they are not, as it takes time. */
  public static void track(boolean track) {
    synchronized (KNOWN) {
      if (track == tracks) {
        return;
      }
      tracks = track;
      if (track) {
        Greenlets.addSpawnCallback(REMEMBER);
      } else {
        Greenlets.removeSpawnCallback(REMEMBER);
        KNOWN.clear();
      }
    }
  }

  private static void remember(Greenlet<?> fresh) {
    synchronized (KNOWN) {
      KNOWN.put(fresh, started++);
    }
  }

  /**
   * All that are known. Those that no other of them spawned are the roots, in the order in which
   * they were started.
   *
   * @throws IllegalStateException before {@link #track}
   */
  public static List<GreenletTree> forest() {
    Map<Greenlet<?>, Long> all;
    synchronized (KNOWN) {
      if (!tracks) {
        throw new IllegalStateException("greenlets are not tracked: GreenletTree.track(true)");
      }
      all = new HashMap<>(KNOWN);
    }
    List<Greenlet<?>> inOrder = new ArrayList<>(all.keySet());
    inOrder.sort(Comparator.comparing(all::get));
    Map<Greenlet<?>, GreenletTree> trees = new HashMap<>();
    for (Greenlet<?> one : inOrder) {
      trees.put(one, new GreenletTree(one, new ArrayList<>()));
    }
    List<GreenletTree> roots = new ArrayList<>();
    for (Greenlet<?> one : inOrder) {
      Greenlet<?> parent = one.spawningGreenlet();
      GreenletTree under = parent == null ? null : trees.get(parent);
      (under == null ? roots : under.children).add(trees.get(one));
    }
    return roots;
  }

  /**
   * The whole tree that the current greenlet is in.
   *
   * @throws IllegalStateException before {@link #track}, and for code of no greenlet that is known
   */
  public static GreenletTree current() {
    Greenlet<?> me = Greenlet.current();
    for (GreenletTree root : forest()) {
      if (root.contains(me)) {
        return root;
      }
    }
    throw new IllegalStateException("the current code is of no greenlet that is tracked");
  }

  /** Whether {@code wanted} is in it. */
  public boolean contains(Greenlet<?> wanted) {
    return greenlet == wanted || children.stream().anyMatch(child -> child.contains(wanted));
  }

  /** Those that the greenlet spawned; unmodifiable. */
  @Override
  public List<GreenletTree> children() {
    return Collections.unmodifiableList(children);
  }

  /** As {@link #format(boolean)}, with details. */
  public String format() {
    return format(true);
  }

  /**
   * A line for each greenlet, indented under the one that spawned it.
   *
   * @param details also where it was made, if {@link Greenlets#trackStacks} was set, what its
   *     family shares, and where it is
   */
  public String format(boolean details) {
    StringBuilder text = new StringBuilder();
    format(text, "", details);
    return text.toString();
  }

  private void format(StringBuilder text, String indent, boolean details) {
    text.append(indent).append("+-- ").append(greenlet.name()).append(' ').append(state());
    text.append('\n');
    String inner = indent + INDENT;
    if (details) {
      for (StackWalker.StackFrame frame : greenlet.spawningStack()) {
        text.append(inner).append("made at ").append(frame.toStackTraceElement()).append('\n');
      }
      if (!greenlet.spawnTreeLocals().isEmpty()) {
        text.append(inner).append("shares ").append(greenlet.spawnTreeLocals()).append('\n');
      }
      for (StackTraceElement frame : trace()) {
        text.append(inner).append("at ").append(frame).append('\n');
      }
    }
    for (GreenletTree child : children) {
      child.format(text, inner, details);
    }
  }

  private StackTraceElement[] trace() {
    Thread thread = greenlet.thread();
    return thread == null ? new StackTraceElement[0] : thread.getStackTrace();
  }

  private String state() {
    if (!greenlet.ready()) {
      return greenlet.thread() == null ? "has not begun" : "goes on";
    }
    if (greenlet.exit() != null) {
      return "was killed";
    }
    return greenlet.exception() == null
        ? "ended with " + greenlet.value()
        : "failed with " + greenlet.exception();
  }

  /** As {@link #format(boolean)}, without details. */
  @Override
  public String toString() {
    return format(false);
  }
}
