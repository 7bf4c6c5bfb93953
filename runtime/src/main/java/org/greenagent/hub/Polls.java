package org.greenagent.hub;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.greenagent.loop.epoll.EpollLibrary;
import org.greenagent.loop.epoll.EpollPoll;
import org.greenagent.util.Nanos;

/**
 * Waiting for descriptors: what greenlets do instead of blocking in a read or a write. Hot.
 *
 * <p>A descriptor is put into the poll of one hub when a greenlet waits on it first ({@link
 * Hub#forDescriptor}), for both directions, and stays there until it is closed: later waits cost no
 * system call. So everything that closes a descriptor or puts another file under its number must
 * say so <em>before</em>, by {@link #closing}.
 *
 * <p>A wait that returns true is a hint: the caller tries its operation again, and waits again.
 *
 * <p>Threads: any. Blocks: the greenlet, in {@link Parking#park}.
 */
public final class Polls {
  /** Wait for input, as {@code POLLIN}. */
  public static final int INPUT = 1;

  /** Wait for output, as {@code POLLOUT}. */
  public static final int OUTPUT = 4;

  private static final ReentrantLock OPENING = new ReentrantLock();

  /** How often a greenlet tries its operation that waits while no poll can be opened. */
  private static final long TURN_NANOS = 2_000_000;

  /** So much less often for each of those, so that they leave some of the hub to others. */
  private static final long TURN_FOR_EACH_NANOS = 100_000;

  /** Finding out whether descriptors are left takes them from the program for a moment. */
  private static final long RETRY_NANOS = 100_000_000;

  private static final AtomicInteger TAKING_TURNS = new AtomicInteger();

  // when a poll may be opened after descriptors were short; 0: they were not; guarded by OPENING
  private static long retryAt;

  private static volatile boolean opened; // some poll, so the native library is there

  private Polls() {}

  /** False once it is known that there is no epoll; every wait then returns false at once. */
  public static boolean available() {
    return !EpollLibrary.failed();
  }

  /**
   * Loads the native library and tries it now, which else happens with the first wait.
   *
   * @return why it cannot be used; null when it can
   */
  public static String prepare() {
    try {
      EpollPoll.open().close();
      return null;
    } catch (IOException e) {
      return e.getMessage();
    }
  }

  /** Whether somebody has waited, so that the native library is there. */
  public static boolean inUse() {
    return opened;
  }

  /** Why there is no epoll; null while there is. */
  public static String failure() {
    return EpollLibrary.failure();
  }

  /**
   * Waits until {@code fd} is ready, or until the wait makes no sense any more.
   *
   * @param event {@link #INPUT} or {@link #OUTPUT}
   * @param nanos at most so long; 0 without end
   * @param open asked after the caller can be woken: false ends the wait
   * @return false, at once, when the caller is no greenlet of a hub and when the descriptor can
   *     never be polled: it must wait in another way
   * @throws IOException when the descriptor is not open
   */
  public static boolean await(int fd, int event, long nanos, BooleanSupplier open, Parking parking)
      throws IOException {
    Carrier carrier = Carrier.current();
    Descriptor descriptor = descriptor(carrier, fd, event);
    if (descriptor == null) {
      return takeTurns(carrier, fd, event, nanos, open, parking);
    }
    Slot slot = slot(descriptor, event);
    Thread me = Thread.currentThread();
    if (slot.claim(me)) {
      carrier.serves().meter.waits();
      try {
        park(descriptor, slot, me, nanos, open, parking);
      } finally {
        slot.withdraw(me);
      }
    }
    return true;
  }

  /**
   * Waits until a descriptor that is itself a set of descriptors has ready ones in it.
   *
   * <p>Such a set stays ready while its owner leaves some of them alone, and that is no new edge.
   * So what is remembered counts for nothing, and the set is asked, once the caller can be woken.
   *
   * @param nanos at most so long; 0 without end
   * @param readyNow whether the set has ready ones now
   * @return as for {@link #await}
   * @throws IOException when the descriptor is not open
   */
  public static boolean awaitSelector(
      int epollFd, long nanos, IntPredicate readyNow, Parking parking) throws IOException {
    Carrier carrier = Carrier.current();
    Descriptor descriptor = descriptor(carrier, epollFd, INPUT);
    if (descriptor == null) {
      return takeTurns(carrier, epollFd, INPUT, nanos, null, parking);
    }
    Slot slot = descriptor.input();
    Thread me = Thread.currentThread();
    slot.forget();
    if (slot.claim(me)) {
      carrier.serves().meter.waits();
      try {
        if (!readyNow.test(epollFd)) {
          park(descriptor, slot, me, nanos, null, parking);
        }
      } finally {
        slot.withdraw(me);
      }
    }
    return true;
  }

  /**
   * The wait of a greenlet for a descriptor that no hub can poll now, because the process has no
   * descriptors left for a poll, or the kernel no room in it. An OS thread needs neither, so this
   * does not fail: it ends soon, or when it is woken, and the caller tries again.
   *
   * @return false, at once, when the caller must wait in another way
   */
  private static boolean takeTurns(
      Carrier carrier, int fd, int event, long nanos, BooleanSupplier open, Parking parking) {
    if (carrier == null || fd < 0 || !Thread.currentThread().isVirtual() || !available()) {
      return false;
    }
    Descriptor descriptor = Descriptors.ALL.getOrAdd(fd);
    if (descriptor.refused()) {
      return false;
    }
    Slot slot = slot(descriptor, event);
    Thread me = Thread.currentThread();
    if (slot.claim(me)) {
      carrier.serves().meter.waits();
      long turn = TURN_NANOS + TAKING_TURNS.incrementAndGet() * TURN_FOR_EACH_NANOS;
      try {
        park(descriptor, slot, me, nanos == 0 ? turn : Math.min(nanos, turn), open, parking);
      } finally {
        TAKING_TURNS.decrementAndGet();
        slot.withdraw(me);
      }
    }
    return true;
  }

  /**
   * Remembers that a read of a stream came back short, by the one who reads it. Only for streams in
   * which that means that nothing was left.
   */
  public static void drained(int fd) {
    Descriptor descriptor = fd < 0 ? null : Descriptors.ALL.get(fd);
    if (descriptor != null) {
      descriptor.drained();
    }
  }

  /**
   * True when a read of {@code fd} is known to find nothing, so that its reader may wait at once.
   * Asked by the one who reads; the answer true is given once for each {@link #drained}.
   */
  public static boolean knownEmpty(int fd) {
    Descriptor descriptor = fd < 0 ? null : Descriptors.ALL.get(fd);
    return descriptor != null && descriptor.knownEmpty();
  }

  /** Wakes those who wait for {@code event} on {@code fd}; they find out why by themselves. */
  public static void stopPoll(int fd, int event) {
    Descriptor descriptor = fd < 0 ? null : Descriptors.ALL.get(fd);
    if (descriptor != null) {
      slot(descriptor, event).wake();
    }
  }

  /**
   * Called before {@code fd} is closed or another file is put under its number: whoever waits on it
   * is woken, and its next use starts afresh. Quick for a number that nobody waited on.
   */
  public static void closing(int fd) {
    Descriptors.ALL.closing(fd);
  }

  /** The descriptor, in the poll of a hub; null when the caller has to wait in another way. */
  private static Descriptor descriptor(Carrier carrier, int fd, int event) throws IOException {
    if (carrier == null || fd < 0 || !Thread.currentThread().isVirtual()) {
      return null;
    }
    Descriptor known = Descriptors.ALL.get(fd);
    if (known != null && known.registered()) {
      return known;
    }
    Hub hub = carrier.hub().forDescriptor();
    if (hub.sleep.poll() == null && !opened(hub)) {
      hub = hub.polling();
      if (hub == null) {
        return null;
      }
    }
    for (; ; ) {
      Descriptor descriptor = Descriptors.ALL.getOrAdd(fd);
      if (event == OUTPUT) {
        descriptor.expectOutput();
      }
      if (descriptor.register(hub)) {
        return descriptor;
      }
      if (!descriptor.closed()) {
        return null;
      }
      // closed between the two: there is a new one under this number
    }
  }

  /**
   * Opens the poll of {@code hub}; the first time that takes long, so the hub goes on elsewhere.
   * Those who come meanwhile park: if each of them gave its hub away too, a program that begins
   * with a thousand connections would begin with a thousand OS threads.
   */
  private static boolean opened(Hub hub) {
    OPENING.lock();
    try {
      if (EpollLibrary.failed()) {
        return false;
      }
      if (hub.sleep.poll() == null) {
        if (!descriptorsLeft()) {
          return false;
        }
        Hubs.blocking();
        hub.poll();
        opened = true;
      }
      return true;
    } catch (IOException e) {
      // no library, which stays so, or no descriptors left, which may pass
      return false;
    } finally {
      OPENING.unlock();
    }
  }

  private static boolean descriptorsLeft() {
    if (retryAt != 0 && Nanos.until(retryAt, Nanos.now()) > 0) {
      return false;
    }
    boolean left = EpollPoll.descriptorsLeft();
    retryAt = left ? 0 : Nanos.add(Nanos.now(), RETRY_NANOS);
    return left;
  }

  private static Slot slot(Descriptor descriptor, int event) {
    return event == OUTPUT ? descriptor.output() : descriptor.input();
  }

  private static void park(
      Descriptor descriptor,
      Slot slot,
      Thread me,
      long nanos,
      BooleanSupplier open,
      Parking parking) {
    long deadline = nanos == 0 ? Nanos.FOREVER : Nanos.add(Nanos.now(), nanos);
    long left = nanos;
    while (slot.waits(me)
        && !descriptor.closed()
        && (open == null || open.getAsBoolean())
        && parking.park(left)) {
      if (deadline != Nanos.FOREVER) {
        left = Nanos.until(deadline, Nanos.now());
        if (left == 0) {
          return;
        }
      }
    }
  }
}
