package org.greenagent.hub;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** As {@link OfferTest}, where neither side puts a fence between its write and its read. */
@JCStressTest
@Outcome(id = "0", expect = ACCEPTABLE, desc = "The JDK's thread has it.")
@Outcome(id = "1", expect = FORBIDDEN, desc = "It is left to hubs that sleep.")
@State
public class OfferBrokenTest {
  private static final VarHandle ASLEEP;
  private static final VarHandle BY_HUBS;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      ASLEEP = lookup.findVarHandle(OfferBrokenTest.class, "asleep", boolean.class);
      BY_HUBS = lookup.findVarHandle(OfferBrokenTest.class, "byHubs", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile boolean offered;

  @SuppressWarnings("unused")
  private boolean asleep;

  @SuppressWarnings("unused")
  private boolean byHubs;

  /** The JDK's thread. */
  @Actor
  public void offers() {
    BY_HUBS.setOpaque(this, true);
    if ((boolean) ASLEEP.getOpaque(this)) {
      BY_HUBS.setOpaque(this, false);
    }
    offered = true;
  }

  /** The hub. */
  @Actor
  public void sleeps(I_Result r) {
    ASLEEP.setOpaque(this, true);
    if ((boolean) BY_HUBS.getOpaque(this)) {
      BY_HUBS.setOpaque(this, false);
    }
    while (!offered) {
      Thread.onSpinWait();
    }
    r.r1 = (boolean) BY_HUBS.getOpaque(this) ? 1 : 0;
  }
}
