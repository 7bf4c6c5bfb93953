package org.greenagent.hub;

import org.greenagent.vthread.VirtualThreads;

/**
 * What the library keeps with a thread that {@link Hub#pinned} made. It is found by two reads, and
 * takes no memory of its own; a thread-local takes 136 bytes. Hot.
 *
 * <p>Threads that such a thread starts may inherit its scheduler, and find what is attached to it:
 * what is attached has to know its thread.
 *
 * <p>Threads: the current one. Blocks: never.
 */
public final class Attachment {
  private Attachment() {}

  /**
   * What is attached to the scheduler of the current thread: something of this thread's or of the
   * one that it inherited the scheduler from, one of these threads, or null.
   */
  public static Object ofCurrent() {
    Pinned pinned = pinned(Thread.currentThread());
    return pinned == null ? null : pinned.attached;
  }

  /**
   * Attaches {@code fresh} to the current thread.
   *
   * @return false when nothing can be attached to it, or something is
   */
  public static boolean attach(Object fresh) {
    Thread thread = Thread.currentThread();
    Pinned pinned = pinned(thread);
    boolean free = pinned != null && pinned.attached == thread;
    if (free) {
      pinned.attached = fresh;
    }
    return free;
  }

  private static Pinned pinned(Thread thread) {
    boolean virtual = thread.isVirtual();
    return virtual && VirtualThreads.scheduler(thread) instanceof Pinned pinned ? pinned : null;
  }
}
