package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link SleepTest}, where neither side puts a fence between its write and its read. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The hub did not sleep, or was woken.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "The hub sleeps on a queue that is not empty.")
@State
public class SleepBrokenTest {
  private static final VarHandle ASLEEP;

  static {
    try {
      ASLEEP = MethodHandles.lookup().findVarHandle(SleepBrokenTest.class, "asleep", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MpscQueue<Integer> queue = new MpscQueue<>();
  private final SpinningPoll poll = new SpinningPoll();
  private final ReadyBatch ready = new ReadyBatch();

  @SuppressWarnings("unused")
  private boolean asleep;

  /** A producer. */
  @Actor
  public void submits() {
    queue.offer(1);
    if ((boolean) ASLEEP.getOpaque(this)) {
      poll.wake();
    }
    poll.producersDone();
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    ASLEEP.setOpaque(this, true);
    poll.poll(ready, queue.isEmpty() ? Nanos.FOREVER : 0);
    r.r1 = poll.lost() ? 1 : 0;
  }
}
