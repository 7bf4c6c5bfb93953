package org.greenagent.hub;

import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.greenagent.loop.epoll.EpollLibrary;

/** A pipe of the operating system, both ends not blocking. */
final class Pipe implements AutoCloseable {
  private final FileDescriptor[] ends;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(65536);

  Pipe() throws IOException {
    EpollLibrary.load();
    ends = FileDescriptor.pipe();
  }

  int in() {
    return ends[0].intValue();
  }

  int out() {
    return ends[1].intValue();
  }

  /** How many bytes there were; 0 when none, -1 at the end. */
  int read() throws IOException {
    return ends[0].read(buffer, 0, buffer.capacity());
  }

  /** How many bytes it took; 0 when it is full. */
  int write(int bytes) throws IOException {
    return ends[1].write(buffer, 0, bytes);
  }

  void closeOut() throws IOException {
    Polls.closing(out());
    ends[1].close();
  }

  @Override
  public void close() throws IOException {
    for (FileDescriptor end : ends) {
      if (end.isOpen()) {
        Polls.closing(end.intValue());
        end.close();
      }
    }
  }
}
