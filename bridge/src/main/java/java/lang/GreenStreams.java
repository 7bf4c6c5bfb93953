package java.lang;

import java.io.IOException;
import sun.net.ConnectionResetException;

/**
 * Reads and writes of sockets by calls that are made for them; says what became of one as the JDK
 * says it.
 *
 * <p>Source: {@code SocketDispatcher.c} and {@code nio_util.h} of the JDK; the numbers of errors
 * are those of {@code asm-generic/errno.h}.
 *
 * <p>Threads: a greenlet. Blocks: never.
 */
public abstract class GreenStreams {

  private static final int ASK = 0;
  private static final int EOF = -1; // sun.nio.ch.IOStatus
  private static final int UNAVAILABLE = -2;

  private static final int EPERM = 1;
  private static final int EAGAIN = 11;
  private static final int EPIPE = 32;
  private static final int ENOSYS = 38;
  private static final int ENOTSOCK = 88;
  private static final int ECONNRESET = 104;

  // those of the two ends of pipes, once met, or of all where a filter keeps these calls from the
  // process; a race forgets one, which is then met again
  private static Object noSockets;
  private static Object noSocketsEither;

  /** For the agent's subclass. */
  protected GreenStreams() {}

  /** As recv(2); an error is a negative error number. */
  protected abstract int receive(int fd, long address, int length);

  /** As send(2); an error is a negative error number. */
  protected abstract int send(int fd, long address, int length);

  /** What the system calls an error. */
  protected abstract String text(int error);

  /** Null for who is none, and before the first wait. */
  static GreenStreams ofGreenlet(GreenHooks hooks) {
    return hooks != null && Thread.currentThread().isVirtual() ? hooks.streams() : null;
  }

  final int received(Object dispatcher, int fd, long address, int length) throws IOException {
    if (length == 0 || dispatcher == noSockets || dispatcher == noSocketsEither) {
      return ASK;
    }
    int count = receive(fd, address, length);
    if (count > 0) {
      return count;
    }
    if (count == 0) {
      return EOF;
    }
    if (count == -ECONNRESET || count == -EPIPE) {
      throw new ConnectionResetException("Connection reset");
    }
    return failed(dispatcher, count);
  }

  final int sent(Object dispatcher, int fd, long address, int length) throws IOException {
    if (length == 0 || dispatcher == noSockets || dispatcher == noSocketsEither) {
      return ASK;
    }
    int count = send(fd, address, length);
    return count >= 0 ? count : failed(dispatcher, count);
  }

  private int failed(Object dispatcher, int count) throws IOException {
    if (count == -EAGAIN) {
      return UNAVAILABLE;
    }
    if (count == -EPERM) {
      return ASK; // a filter of calls, or of packets, which will say so again
    }
    if (count == -ENOTSOCK || count == -ENOSYS) {
      noSocketsEither = noSockets;
      noSockets = dispatcher;
      return ASK;
    }
    throw new IOException(text(-count));
  }
}
