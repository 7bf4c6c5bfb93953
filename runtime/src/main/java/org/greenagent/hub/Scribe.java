package org.greenagent.hub;

import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Handoff;
import org.greenagent.event.Recording;
import org.greenagent.util.MpscQueue;

/**
 * Records and says what the monitor saw. The flight recorder is ordinary code, as are questions
 * about all threads: they load classes and take locks, and the monitor must wait for nobody. For
 * the same reason the classes of notes are few, and loaded beforehand by {@link WarmUp}.
 *
 * <p>Threads: an OS thread of its own, started with the first note. Blocks: itself alone.
 */
final class Scribe extends Thread {
  private final MpscQueue<Runnable> notes = new MpscQueue<>();
  private volatile boolean closed;

  Scribe(ThreadGroup group) {
    super(group, null, "green-scribe", 0, false);
    setDaemon(true);
  }

  /** To be done soon, after what was noted before. */
  void note(Runnable note) {
    notes.offer(note);
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
      Runnable note = notes.poll();
      if (note == null) {
        LockSupport.park(this);
        Thread.interrupted();
      } else {
        done(note);
      }
    }
  }

  /** A move to be recorded, and on whose stack the culprit may still be found; null: not known. */
  record Note(Handoff handoff, Thread runner) implements Runnable {
    @Override
    public void run() {
      if (Recording.on()) {
        Recording.emit(handoff, new Handoffs.StackOf(runner));
      }
    }
  }

  private static void done(Runnable note) {
    try {
      note.run();
    } catch (Throwable thrown) {
      HubErrors.WATCH.report(thrown);
    }
  }
}
