package org.greenagent.hub;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;

/**
 * How a hub falls asleep without missing what comes in meanwhile. Hot.
 *
 * <pre>
 *   AWAKE   -> PARKED    the consumer, while no descriptor was ever registered
 *   AWAKE   -> POLLING   the consumer, once there is a poll
 *   PARKED  -> AWAKE     a producer (who then unparks), or the consumer on its return
 *   POLLING -> AWAKE     a producer (who then wakes the poll), or the consumer on its return
 * </pre>
 *
 * <p><em>What would be lost.</em> The consumer finds the queue empty; a producer puts a task in and
 * sees the consumer still awake; the consumer falls asleep on a queue that is not empty. So each
 * side writes first and reads afterwards, with a full fence between: the consumer its state, then
 * the queue; the producer the queue, then the state. Whichever fence comes second has its read see
 * the other's write.
 *
 * <p><em>The first descriptor</em> may be registered from a carrier that lost the role, while the
 * consumer parks. It counts as one more thing in the queue: the poll is published, then {@link
 * #wake} runs; the consumer looks for it after it wrote PARKED.
 *
 * <p>A producer whose compare-and-set fails has nothing left to do: the state moved after its
 * fence, so the consumer passed AWAKE and looks into the queue again before it sleeps. Left-over
 * permits and wake-ups make one sleep return early, which is harmless.
 *
 * <p>Threads: {@link #sleep} the holder of the role, all else any. Blocks: {@link #sleep}, the OS
 * thread.
 */
final class Sleep {
  private static final int AWAKE = 0;
  private static final int PARKED = 1;
  private static final int POLLING = 2;
  private static final VarHandle STATE;
  private static final VarHandle POLL;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(Sleep.class, "state", int.class);
      POLL = lookup.findVarHandle(Sleep.class, "poll", IoPoll.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MpscQueue<?> queue;
  private final Unblocking unblocking;
  private volatile int state;
  private volatile IoPoll poll; // null -> the poll, once
  private volatile Thread consumer; // writes: the holder of the role

  Sleep(MpscQueue<?> queue, Unblocking unblocking) {
    this.queue = queue;
    this.unblocking = unblocking;
  }

  /** Called by a carrier that has just been given the role. */
  void consumer(Thread carrier) {
    consumer = carrier;
  }

  boolean asleep() {
    return state != AWAKE;
  }

  /** The poll of this hub, null while no descriptor was ever registered. */
  IoPoll poll() {
    return poll;
  }

  /** Makes {@code fresh} the poll of this hub; false when another thread was first with its own. */
  boolean publish(IoPoll fresh) {
    if (!POLL.compareAndSet(this, null, fresh)) {
      return false;
    }
    wake();
    return true;
  }

  /** Wakes the consumer if it sleeps; called after the queue or the poll was written. */
  void wake() {
    VarHandle.fullFence();
    int seen = (int) STATE.getOpaque(this);
    if (seen != AWAKE && STATE.compareAndSet(this, seen, AWAKE)) {
      if (seen == PARKED) {
        LockSupport.unpark(consumer);
      } else {
        poll.wake();
      }
    }
  }

  /**
   * Sleeps until woken, until a descriptor is ready, or for {@code nanos}; not at all when there is
   * something to do.
   *
   * @param ready receives what is ready
   */
  void sleep(ReadyBatch ready, long nanos) throws IOException {
    IoPoll current = poll;
    if (current == null) {
      park(nanos);
      return;
    }
    STATE.setOpaque(this, POLLING);
    VarHandle.fullFence();
    try {
      boolean waits = nanos != 0 && queue.isEmpty();
      if (waits) {
        unblocking.sleeps();
      }
      current.poll(ready, waits ? nanos : 0);
    } finally {
      STATE.setOpaque(this, AWAKE);
    }
  }

  private void park(long nanos) {
    STATE.setOpaque(this, PARKED);
    VarHandle.fullFence();
    if (queue.isEmpty() && poll == null) {
      unblocking.sleeps();
      // a greenlet's interrupt that was left on the carrier would turn every park into a spin
      Thread.interrupted();
      if (nanos == Nanos.FOREVER) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, nanos);
      }
    }
    STATE.setOpaque(this, AWAKE);
  }
}
