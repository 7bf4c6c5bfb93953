package org.greenagent.hub;

import java.util.concurrent.locks.LockSupport;
import org.greenagent.event.Reason;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.vthread.VirtualThreads;

/**
 * An OS thread that runs greenlets: as the holder of a hub's role, then, if that is taken from it,
 * as the mere thread under one greenlet, then as a spare until it is given a role again.
 *
 * <p>Blocks: as a spare and as the holder of an idle hub.
 */
final class Carrier extends Thread {
  /** It stands among the spares after so long, if there was no memory for that. */
  private static final long NANOS_WITHOUT_MEMORY = 10_000_000;

  final ReadyBatch ready = new ReadyBatch();

  /** It wakes its hub by itself, once all is in the queue; this thread's alone. */
  boolean dispatching;

  /** It runs a timer, so that whom that makes ready goes next; this thread's alone. */
  boolean firing;

  /** What it runs next is all that it runs, again and again; this thread's alone. */
  boolean alone;

  final Turn turn = new Turn();

  /** It gave its hub away, nobody took it; this thread's alone. */
  boolean gave;

  /** A timer of the greenlet that runs here, to be filed when that leaves; this thread's alone. */
  Timer fresh;

  private final Carriers carriers;

  // tells whether it sleeps in native code; writes: the monitor, then the scribe, once each
  volatile NativeCalls.Look look;

  // how often a role was lost and what ran then is over; writes: this thread
  private volatile long losses;

  // writes: this thread, on getting a role; reads: code that runs on this thread
  private Hub serves;
  private Hub hub;
  private long epoch;

  // writes: whoever gives the role, the epoch first; this thread clears it
  private volatile Hub given;
  private long givenEpoch;

  // where this carrier stands as a spare; null while it was never one
  private volatile Spare spare;

  /** Not inherited from the thread that happens to need one: group, locals, class loader. */
  Carrier(Carriers carriers, ThreadGroup group, String name) {
    super(group, null, name, 0, false);
    this.carriers = carriers;
    setDaemon(true);
  }

  /** The carrier that this code runs on; null on every other thread. */
  static Carrier current() {
    return VirtualThreads.currentCarrier() instanceof Carrier carrier ? carrier : null;
  }

  /** It begins to serve a hub, which knows it: what is left of the one before means nothing. */
  void begin() {
    ready.clear();
    gave = false;
    turn.begin();
    carriers.awake();
  }

  /** The hub of those that run here, now or last; of one of a lane that which is in front. */
  Hub hub() {
    return hub;
  }

  /** The hub it serves, or served last. */
  Hub serves() {
    return serves;
  }

  /** True while it runs a task for the hub that it has. */
  boolean servesHub() {
    return serves.role.word() == Role.runningWord(epoch);
  }

  /** Whether it may lose its hub to one that holds on to it. */
  boolean movable() {
    return carriers.movable();
  }

  /** Gives the hub to another carrier, if this one runs a task for it; called on this carrier. */
  void leaveHub(Reason reason) {
    Hub left = serves;
    try {
      if (left != null && carriers.movable() && carriers.move(left, Role.runningWord(epoch))) {
        gave = true;
        carriers.gave(left, this, reason);
      }
    } catch (OutOfMemoryError full) {
      // it has moved and nobody is told, or stays
    }
  }

  /** Takes the role of the hub it runs a task for and gives it to nobody; false when it lost it. */
  boolean dropHub() {
    return serves.role.take(Role.runningWord(epoch));
  }

  /** Gives it a role; called once for each time it was taken from among the spares. */
  void give(Hub target, long targetEpoch) {
    givenEpoch = targetEpoch;
    given = target;
    LockSupport.unpark(this);
  }

  /** Called by {@link Carriers}, which put it among the spares at {@code place}. */
  void standBy(Spare place) {
    spare = place;
  }

  @Override
  public void run() {
    while (awaitRole()) {
      serves.consumption.consume(this, epoch);
      lost();
      while (!released()) {
        LockSupport.parkNanos(this, NANOS_WITHOUT_MEMORY);
      }
    }
    carriers.retired();
  }

  private boolean released() {
    try {
      carriers.release(this);
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // this thread alone writes it
  private void lost() {
    losses++;
  }

  /** It stays the same while a greenlet runs here that has lost its hub. */
  long losses() {
    return losses;
  }

  /** False when it was idle for too long and nobody can find it any more. */
  private boolean awaitRole() {
    for (; ; ) {
      Hub target = given;
      if (target != null) {
        epoch = givenEpoch;
        serves = target;
        hub = target.front;
        given = null;
        return true;
      }
      long start = System.nanoTime();
      Thread.interrupted();
      LockSupport.parkNanos(this, carriers.idleNanos());
      Spare place = spare;
      if (given == null
          && place != null
          && System.nanoTime() - start >= carriers.idleNanos()
          && place.retire()) {
        return false;
      }
    }
  }
}
