package org.greenagent.loop.epoll;

import static java.lang.invoke.MethodType.methodType;

import io.netty.channel.epoll.Native;
import io.netty.channel.unix.Buffer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;

/**
 * The system calls, without the exceptions and buffers that Netty wraps around them: an error is a
 * negative error number. Hot.
 *
 * <p>Threads: any, after {@link EpollLibrary#load}.
 */
final class EpollCalls {
  /** EPOLLPRI, which Netty does not name (eventpoll.h). */
  static final int URGENT = 0x2;

  /**
   * Register for input, output, urgent data and the peer's half-close, and report each change once.
   */
  static final int WATCH =
      Native.EPOLLIN | Native.EPOLLOUT | Native.EPOLLRDHUP | Native.EPOLLET | URGENT;

  static final int IN = Native.EPOLLIN;
  static final int OUT = Native.EPOLLOUT;
  static final int EDGE = Native.EPOLLET;

  /** EPOLLHUP, which Netty does not name (eventpoll.h). */
  static final int HANG_UP = 0x10;

  /** What ends a wait for input. */
  static final int INPUT = Native.EPOLLIN | Native.EPOLLRDHUP | Native.EPOLLERR | HANG_UP;

  /**
   * After these a read that comes back short may have left something: the end or an error that came
   * with the data in one event, or what is behind urgent data.
   */
  static final int NO_EDGE = Native.EPOLLRDHUP | Native.EPOLLERR | HANG_UP | URGENT;

  /** What ends a wait for output. */
  static final int OUTPUT = Native.EPOLLOUT | Native.EPOLLERR | HANG_UP;

  /** The size of {@code struct epoll_event}: 12 on x86-64, where it is packed, else 16. */
  static final int EVENT_SIZE = Native.sizeofEpollEvent();

  /** Where the descriptor stands in it. */
  static final int FD_OFFSET = Native.offsetofEpollData();

  private static final MethodHandle ADD;
  private static final MethodHandle MODIFY;
  private static final MethodHandle REMOVE;
  private static final MethodHandle WAIT;
  private static final MethodHandle WAIT_PRECISELY;
  private static final MethodHandle ADDRESS;

  /**
   * From so many milliseconds on, an old kernel rounds to milliseconds instead of arming a timer.
   */
  private static final long ROUND_FROM_MILLIS = 1;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Native.class, MethodHandles.lookup());
      ADD =
          lookup.findStatic(
              Native.class, "epollCtlAdd0", methodType(int.class, int.class, int.class, int.class));
      MODIFY =
          lookup.findStatic(
              Native.class, "epollCtlMod0", methodType(int.class, int.class, int.class, int.class));
      REMOVE =
          lookup.findStatic(
              Native.class, "epollCtlDel0", methodType(int.class, int.class, int.class));
      WAIT =
          lookup.findStatic(
              Native.class,
              "epollWait",
              methodType(int.class, int.class, long.class, int.class, int.class));
      WAIT_PRECISELY =
          lookup.findStatic(
              Native.class,
              "epollWait0",
              methodType(
                  long.class,
                  int.class,
                  long.class,
                  int.class,
                  int.class,
                  int.class,
                  int.class,
                  long.class));
      ADDRESS =
          MethodHandles.privateLookupIn(Buffer.class, MethodHandles.lookup())
              .findStatic(Buffer.class, "memoryAddress0", methodType(long.class, ByteBuffer.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private EpollCalls() {}

  /** Initialises this class, so that nothing is left to load on the first wait. */
  static void prepare() {}

  static int add(int epoll, int fd, int events) {
    try {
      return (int) ADD.invokeExact(epoll, fd, events);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int modify(int epoll, int fd, int events) {
    try {
      return (int) MODIFY.invokeExact(epoll, fd, events);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int remove(int epoll, int fd) {
    try {
      return (int) REMOVE.invokeExact(epoll, fd);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** How many events were stored at {@code address}; waits {@code millis}, -1 without end. */
  static int await(int epoll, long address, int capacity, int millis) {
    try {
      return (int) WAIT.invokeExact(epoll, address, capacity, millis);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** As {@link #await}, for a time in nanoseconds: {@code epoll_pwait2}, or else the timer. */
  static int awaitPrecisely(
      int epoll, long address, int capacity, int timer, int seconds, int nanos) {
    try {
      long result =
          (long)
              WAIT_PRECISELY.invokeExact(
                  epoll, address, capacity, timer, seconds, nanos, ROUND_FROM_MILLIS);
      return (int) (result >> 32);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Where a direct buffer begins; Netty's own method first finds out all about the platform. */
  static long address(ByteBuffer direct) {
    try {
      return (long) ADDRESS.invokeExact(direct);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}
