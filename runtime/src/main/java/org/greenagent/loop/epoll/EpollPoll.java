package org.greenagent.loop.epoll;

import io.netty.channel.epoll.Native;
import io.netty.channel.unix.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.Nanos;

/**
 * An epoll set with the event descriptor that wakes it and the timer that times it. Hot.
 *
 * <p>Both are watched edge-triggered: each write is an edge of its own, so neither is ever read.
 */
public final class EpollPoll implements IoPoll {
  private static final int ALREADY_THERE = -17; // EEXIST
  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Three for a set, or two while the library is loaded; the others are left to the program. */
  private static final int ENOUGH = 8;

  private static final int ATTEMPTS = 3;

  private final FileDescriptor epoll;
  private final FileDescriptor wakeUp;
  private final FileDescriptor timer;
  private final int epollFd;
  private final int wakeUpFd;
  private final int timerFd;
  private final ByteBuffer events;
  private final long address;

  private EpollPoll(FileDescriptor epoll, FileDescriptor wakeUp, FileDescriptor timer) {
    this.epoll = epoll;
    this.wakeUp = wakeUp;
    this.timer = timer;
    epollFd = epoll.intValue();
    wakeUpFd = wakeUp.intValue();
    timerFd = timer.intValue();
    events =
        ByteBuffer.allocateDirect(ReadyBatch.CAPACITY * EpollCalls.EVENT_SIZE)
            .order(ByteOrder.nativeOrder());
    address = EpollCalls.address(events);
  }

  /**
   * A new, empty set.
   *
   * @throws IOException when the library cannot be loaded, the kernel refuses, or the process has
   *     no descriptors left
   */
  public static EpollPoll open() throws IOException {
    // a library that fails to load while its classes are initialised does so for good
    if (EpollLibrary.untried() && !descriptorsLeft()) {
      throw new IOException("there are too few descriptors left for an epoll set");
    }
    EpollLibrary.load();
    IOException refusal = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        return create();
      } catch (IOException e) {
        if (!descriptorsLeft()) {
          throw e;
        }
        refusal = e;
      }
    }
    EpollLibrary.refused(refusal);
    throw refusal;
  }

  /**
   * Whether the process may open as many as a set needs, and some more that are left to the
   * program; if not, that may pass.
   */
  public static boolean descriptorsLeft() {
    FileInputStream[] opened = new FileInputStream[ENOUGH];
    try {
      for (int i = 0; i < ENOUGH; i++) {
        opened[i] = new FileInputStream("/dev/null");
      }
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      for (FileInputStream one : opened) {
        quietly(one);
      }
    }
  }

  private static EpollPoll create() throws IOException {
    FileDescriptor epoll = null;
    FileDescriptor wakeUp = null;
    FileDescriptor timer = null;
    try {
      epoll = Native.newEpollCreate();
      wakeUp = Native.newEventFd();
      timer = Native.newTimerFd();
      EpollPoll poll = new EpollPoll(epoll, wakeUp, timer);
      poll.own(poll.wakeUpFd);
      poll.own(poll.timerFd);
      poll.warmUp();
      return poll;
    } catch (IOException | RuntimeException | Error e) {
      quietly(timer);
      quietly(wakeUp);
      quietly(epoll);
      throw e instanceof IOException io ? io : new IOException("no epoll set: " + e, e);
    }
  }

  /** Links every call that the hub will make: it must not do so while it holds its role. */
  private void warmUp() throws IOException {
    ReadyBatch ready = new ReadyBatch();
    wake();
    poll(ready, Nanos.FOREVER);
    poll(ready, 1);
    poll(ready, 0);
  }

  private void own(int fd) throws IOException {
    int result = EpollCalls.add(epollFd, fd, EpollCalls.IN | EpollCalls.EDGE);
    if (result < 0) {
      throw new IOException("epoll_ctl: error " + -result);
    }
  }

  @Override
  public int add(int fd) {
    int result = EpollCalls.add(epollFd, fd, EpollCalls.WATCH);
    if (result == ALREADY_THERE) {
      // left by an owner whose close we did not see; modifying reports what is ready once more
      result = EpollCalls.modify(epollFd, fd, EpollCalls.WATCH);
    }
    return -result;
  }

  @Override
  public void remove(int fd) {
    EpollCalls.remove(epollFd, fd);
  }

  @Override
  public void poll(ReadyBatch into, long nanos) throws IOException {
    into.clear();
    int count = await(nanos);
    if (count < 0) {
      throw new IOException("epoll_wait: error " + -count);
    }
    for (int i = 0, at = 0; i < count; i++, at += EpollCalls.EVENT_SIZE) {
      int fd = events.getInt(at + EpollCalls.FD_OFFSET);
      if (fd != wakeUpFd && fd != timerFd) {
        int ready = events.getInt(at);
        into.add(
            fd,
            (ready & EpollCalls.INPUT) != 0,
            (ready & EpollCalls.OUTPUT) != 0,
            (ready & EpollCalls.NO_EDGE) != 0);
      }
    }
  }

  private int await(long nanos) {
    if (nanos == 0) {
      return EpollCalls.await(epollFd, address, ReadyBatch.CAPACITY, 0);
    }
    long seconds = nanos / NANOS_PER_SECOND;
    if (nanos == Nanos.FOREVER || seconds >= Integer.MAX_VALUE) {
      return EpollCalls.await(epollFd, address, ReadyBatch.CAPACITY, -1);
    }
    int rest = (int) (nanos - seconds * NANOS_PER_SECOND);
    return EpollCalls.awaitPrecisely(
        epollFd, address, ReadyBatch.CAPACITY, timerFd, (int) seconds, rest);
  }

  @Override
  public void wake() {
    Native.eventFdWrite(wakeUpFd, 1L);
  }

  @Override
  public void close() {
    quietly(timer);
    quietly(wakeUp);
    quietly(epoll);
  }

  private static void quietly(FileInputStream stream) {
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        // nothing is lost: nothing was read
      }
    }
  }

  private static void quietly(FileDescriptor fd) {
    if (fd != null) {
      try {
        fd.close();
      } catch (IOException e) {
        // nothing is lost: nobody can use it any more
      }
    }
  }
}
