package org.greenagent.pool;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads a stream by the threads of a pool, a buffer at a time. */
final class ThreadInput extends InputStream {
  private static final int SIZE = 1 << 13;

  private final InputStream in;
  private final StreamWork work;
  private final byte[] buffer = new byte[SIZE];

  // guarded by the lock of the work
  private int next;
  private int end;

  ThreadInput(InputStream in, ThreadPool threads) {
    this.in = in;
    work = new StreamWork(threads);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    work.lock();
    try {
      if (next == end && !fill()) {
        return -1;
      }
      int count = Math.min(length, end - next);
      System.arraycopy(buffer, next, target, offset, count);
      next += count;
      return count;
    } finally {
      work.unlock();
    }
  }

  private boolean fill() throws IOException {
    if (!work.begun()) {
      work.begin(() -> in.read(buffer));
    }
    int count = work.result();
    next = 0;
    end = Math.max(0, count);
    return count > 0;
  }

  @Override
  public int available() throws IOException {
    work.lock();
    try {
      return end - next + (work.begun() ? 0 : in.available());
    } finally {
      work.unlock();
    }
  }

  /** Closes the stream under it, also while it is being read. */
  @Override
  public void close() throws IOException {
    in.close();
  }
}
