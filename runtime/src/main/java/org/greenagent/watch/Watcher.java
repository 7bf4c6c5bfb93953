package org.greenagent.watch;

import java.util.Objects;

/**
 * Something that a loop looks out for, and what it calls then. Made by {@link Loop}.
 *
 * <p>While it is active and referenced, its loop goes on. Its callback runs in the thread that runs
 * the loop, and holds everything else of the loop up while it runs: it should not block. What it
 * throws goes to {@link Loop#onError}, and the watcher stays active.
 *
 * <p>Threads: the one that runs the loop, or any one at a time while nobody runs it; else {@link
 * WrongThreadException}. Blocks: never. Fails: {@link IllegalStateException} after the close of the
 * watcher or its loop.
 */
public abstract class Watcher implements AutoCloseable {
  /** The priority of what is called last. */
  public static final int LOWEST = -2;

  /** The priority of what is called first. */
  public static final int HIGHEST = 2;

  final Loop loop;

  // writes: Pendings
  boolean pending;

  private Runnable callback; // null: not started, or stopped
  private boolean active;
  private boolean ref = true;
  private boolean closed;
  private int priority;

  Watcher(Loop loop) {
    this.loop = loop;
  }

  /**
   * Looks out from now on. If it does so already, only the callback is another one from now on.
   *
   * @param called each time something has happened
   */
  public final void start(Runnable called) {
    Objects.requireNonNull(called, "callback");
    admit();
    if (!active) {
      begin();
      active = true;
      loop.started(this);
    }
    callback = called;
  }

  /** Looks out no more; what has happened and was not told yet is not told. */
  public final void stop() {
    admit();
    callback = null;
    loop.pendings.remove(this);
    if (active) {
      end();
      ended();
    }
  }

  /** True from its start to its end: a stop, or for what happens once, that. */
  public final boolean active() {
    return active;
  }

  /** True when something has happened and the callback is still to be called. */
  public final boolean pending() {
    return pending;
  }

  /** From {@link #LOWEST} to {@link #HIGHEST}, 0 at first. */
  public final int priority() {
    return priority;
  }

  /**
   * Of those that happened in the same pass of the loop, the higher priority is called first.
   *
   * @throws IllegalStateException while it is active
   */
  public final void priority(int changed) {
    admit();
    if (active || pending) {
      throw new IllegalStateException("the priority of an active watcher cannot be changed");
    }
    if (changed < LOWEST || changed > HIGHEST) {
      throw new IllegalArgumentException("no priority from -2 to 2: " + changed);
    }
    priority = changed;
  }

  /** Whether it keeps its loop going while it is active; so at first. */
  public final boolean ref() {
    return ref;
  }

  /** Changes whether it keeps its loop going; also while it is active. */
  public final void ref(boolean changed) {
    admit();
    if (active && ref != changed) {
      loop.count(changed ? 1 : -1);
    }
    ref = changed;
  }

  /** Stops it for good; does nothing when it is closed. */
  @Override
  public final void close() {
    if (!closed) {
      stop();
      closed = true;
    }
  }

  @Override
  public String toString() {
    return getClass().getSimpleName()
        + (active ? " active" : "")
        + (pending ? " pending" : "")
        + (ref ? "" : " ref=false");
  }

  /** Begins to look out. */
  abstract void begin();

  /** Ceases to. */
  abstract void end();

  /** Called by those that happen once, and on a stop. */
  final void ended() {
    active = false;
    loop.ended(this);
  }

  /** Something has happened: the callback is called in its turn. */
  final void feed() {
    if (callback != null) {
      loop.pendings.feed(this);
    }
  }

  void call() {
    Runnable called = callback;
    if (called == null) {
      return;
    }
    if (!active) {
      callback = null;
    }
    loop.guarded(this, called);
  }

  private void admit() {
    loop.admit();
    if (closed) {
      throw new IllegalStateException("the watcher is closed");
    }
  }
}
