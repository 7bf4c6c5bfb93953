package org.greenagent.loop.epoll;

import static java.lang.invoke.MethodType.methodType;

import io.netty.channel.unix.Socket;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The system calls of connected sockets, without the exceptions that Netty wraps around them: an
 * error is a negative error number. Hot.
 *
 * <p>They are cheaper than read(2) and write(2), as the kernel does not ask what kind of file it
 * has, and tells nobody who watches files. A signal does not end them.
 *
 * <p>Threads: any, after {@link EpollLibrary#load}. Blocks: on a descriptor that is in blocking
 * mode.
 */
public final class SocketCalls {
  private static final MethodHandle RECEIVE;
  private static final MethodHandle SEND;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Socket.class, MethodHandles.lookup());
      MethodType type = methodType(int.class, int.class, long.class, int.class, int.class);
      RECEIVE = lookup.findStatic(Socket.class, "recvAddress", type);
      SEND = lookup.findStatic(Socket.class, "sendAddress", type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private SocketCalls() {}

  /** Links both, so that nothing is left to load on the first read. */
  static void prepare() {
    receive(-1, 0, 0);
    send(-1, 0, 0);
  }

  /** As recv(2): how many bytes were stored at {@code address}, 0 at the end of the stream. */
  public static int receive(int fd, long address, int length) {
    try {
      return (int) RECEIVE.invokeExact(fd, address, 0, length);
    } catch (Throwable e) {
      throw EpollCalls.unexpected(e);
    }
  }

  /** As send(2): how many bytes of those at {@code address} were taken. */
  public static int send(int fd, long address, int length) {
    try {
      return (int) SEND.invokeExact(fd, address, 0, length);
    } catch (Throwable e) {
      throw EpollCalls.unexpected(e);
    }
  }

  /** What the C library calls an error, which is also what the JDK puts into its exceptions. */
  public static String text(int error) {
    try {
      Class<?> errors =
          Class.forName(Socket.class.getPackageName() + ".ErrorsStaticallyReferencedJniMethods");
      return (String)
          MethodHandles.privateLookupIn(errors, MethodHandles.lookup())
              .findStatic(errors, "strError", methodType(String.class, int.class))
              .invokeExact(error);
    } catch (Throwable e) {
      throw EpollCalls.unexpected(e);
    }
  }
}
