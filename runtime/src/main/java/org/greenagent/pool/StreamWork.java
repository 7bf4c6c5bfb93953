package org.greenagent.pool;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.greenagent.sync.AsyncResult;
import org.greenagent.sync.RLock;

/**
 * What a thread of a pool does for a stream, one piece at a time. A piece whose caller went away
 * stays the present one until it is done.
 *
 * <p>Threads: any. Blocks: {@link #lock}, {@link #result}.
 */
final class StreamWork {
  private final ThreadPool threads;
  private final RLock lock = new RLock();
  private AsyncResult<Done> present; // guarded by the lock; null: none

  StreamWork(ThreadPool threads) {
    this.threads = threads;
  }

  /** A piece of work. */
  interface Piece {
    int run() throws IOException;
  }

  /** How one ended: a failure is no failure of the pool, which would report it. */
  private record Done(int count, IOException failure) {}

  void lock() throws IOException {
    try {
      lock.acquire();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  void unlock() {
    lock.release();
  }

  /** With the lock: whether one was begun whose result nobody took. */
  boolean begun() {
    return present != null;
  }

  /** With the lock, none is begun: begins one. */
  void begin(Piece piece) throws IOException {
    try {
      present =
          threads.spawn(() -> {
            try {
              return new Done(piece.run(), null);
            } catch (IOException failure) {
              return new Done(0, failure);
            }
          });
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (RejectedExecutionException e) {
      throw new IOException("closed: its threads have ended", e);
    }
  }

  /** With the lock: waits for the present one and takes its result. */
  int result() throws IOException {
    Done done;
    try {
      done = present.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      present = null;
      throw new IOException(e.getCause());
    }
    present = null;
    if (done.failure() != null) {
      throw done.failure();
    }
    return done.count();
  }

  private static IOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException interrupted = new InterruptedIOException();
    interrupted.initCause(cause);
    return interrupted;
  }
}
