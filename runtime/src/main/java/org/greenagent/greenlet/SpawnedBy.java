package org.greenagent.greenlet;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a greenlet comes from: what made it, and the values that its family shares.
 *
 * <p>Threads: any. Blocks: never.
 */
final class SpawnedBy {
  private static final int FRAMES = 10;
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final String OURS = Greenlet.class.getPackageName();

  private static volatile boolean tracksStacks;

  private final WeakReference<Greenlet<?>> parent; // null: none
  private final List<StackWalker.StackFrame> stack;

  // made when it is first asked for; writes: under this
  private volatile Map<Object, Object> locals;

  private SpawnedBy(
      WeakReference<Greenlet<?>> parent,
      List<StackWalker.StackFrame> stack,
      Map<Object, Object> locals) {
    this.parent = parent;
    this.stack = stack;
    this.locals = locals;
  }

  /** For a greenlet that the current code makes. */
  static SpawnedBy current() {
    List<StackWalker.StackFrame> stack = tracksStacks ? walk() : List.of();
    Greenlet<?> parent = Greenlet.current();
    if (parent == null) {
      return new SpawnedBy(null, stack, null);
    }
    if (parent.known == null) {
      parent.known = new WeakReference<>(parent);
    }
    return new SpawnedBy(parent.known, stack, parent.spawnTreeLocals());
  }

  static void trackStacks(boolean track) {
    tracksStacks = track;
  }

  private static List<StackWalker.StackFrame> walk() {
    return WALKER.walk(frames ->
        frames.dropWhile(frame -> frame.getClassName().startsWith(OURS)).limit(FRAMES).toList());
  }

  Greenlet<?> greenlet() {
    return parent == null ? null : parent.get();
  }

  List<StackWalker.StackFrame> stack() {
    return stack;
  }

  Map<Object, Object> locals() {
    Map<Object, Object> known = locals;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      if (locals == null) {
        locals = new ConcurrentHashMap<>();
      }
      return locals;
    }
  }
}
