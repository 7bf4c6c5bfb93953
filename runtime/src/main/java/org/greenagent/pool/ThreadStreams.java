package org.greenagent.pool;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Streams whose reads and writes are done by the OS threads of a pool, so that a disk, a terminal
 * or a pipe that blocks holds no hub up. For programs without the agent, which sees to that itself.
 *
 * <p>A kill, a timeout or an interrupt ends the wait of the greenlet; what the thread is doing goes
 * on, and its bytes are there for the next read, or are written before those of the next write. An
 * interrupt throws {@link java.io.InterruptedIOException} and is set again.
 *
 * <p>Threads: any, one at a time for each stream; {@code close} any. Blocks: as the stream does.
 */
public final class ThreadStreams {
  private ThreadStreams() {}

  /** Reads {@code in}; reads ahead, so that nothing else is to read it. */
  public static InputStream input(InputStream in, ThreadPool threads) {
    return new ThreadInput(Objects.requireNonNull(in), Objects.requireNonNull(threads));
  }

  /** Writes to {@code out}. */
  public static OutputStream output(OutputStream out, ThreadPool threads) {
    return new ThreadOutput(Objects.requireNonNull(out), Objects.requireNonNull(threads));
  }
}
