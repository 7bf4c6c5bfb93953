package org.greenagent.hub;

import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Handoff;
import org.greenagent.event.Recording;
import org.greenagent.util.MpscQueue;

/**
 * Records what the monitor did. The flight recorder is ordinary code: it loads classes and takes
 * locks, and the monitor must wait for nobody.
 *
 * <p>Threads: an OS thread of its own, started with the first move that the monitor made. Blocks:
 * itself alone.
 */
final class Scribe extends Thread {
  private final MpscQueue<Note> notes = new MpscQueue<>();
  private volatile boolean closed;

  Scribe(ThreadGroup group) {
    super(group, null, "green-scribe", 0, false);
    setDaemon(true);
  }

  /** Notes a move to be recorded soon; {@code runner} may be null: not known. */
  void note(Handoff handoff, Thread runner) {
    notes.offer(new Note(handoff, runner));
    LockSupport.unpark(this);
  }

  /** Ends it. */
  void close() {
    closed = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    while (!closed) {
      Note note = notes.poll();
      if (note == null) {
        LockSupport.park(this);
        Thread.interrupted();
      } else if (Recording.on()) {
        Recording.emit(note.handoff, new Handoffs.StackOf(note.runner));
      }
    }
  }

  /** A move, and on whose stack the culprit may still be found. */
  record Note(Handoff handoff, Thread runner) {}
}
