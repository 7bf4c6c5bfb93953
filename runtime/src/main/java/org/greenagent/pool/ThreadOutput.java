package org.greenagent.pool;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes to a stream by the threads of a pool, in order. */
final class ThreadOutput extends OutputStream {
  private final OutputStream out;
  private final StreamWork work;

  ThreadOutput(OutputStream out, ThreadPool threads) {
    this.out = out;
    work = new StreamWork(threads);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    // the caller may be gone before it is written
    byte[] own = Arrays.copyOfRange(source, offset, offset + length);
    run(() -> {
      out.write(own);
      return own.length;
    });
  }

  @Override
  public void flush() throws IOException {
    run(() -> {
      out.flush();
      return 0;
    });
  }

  private void run(StreamWork.Piece piece) throws IOException {
    work.lock();
    try {
      if (work.begun()) {
        int _ = work.result();
      }
      work.begin(piece);
      int _ = work.result();
    } finally {
      work.unlock();
    }
  }

  /** Closes the stream under it, once what was begun is written. */
  @Override
  public void close() throws IOException {
    run(() -> {
      out.close();
      return 0;
    });
  }
}
