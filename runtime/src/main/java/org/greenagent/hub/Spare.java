package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A place among the spare carriers.
 *
 * <pre>
 *   WAITING -> TAKEN     whoever needs a carrier
 *   WAITING -> RETIRED   the carrier itself, idle for too long
 * </pre>
 *
 * <p>Used once: a carrier that comes back gets a new place, so that the stack of them needs no
 * count against reuse.
 */
final class Spare {
  private static final int WAITING = 0;
  private static final int TAKEN = 1;
  private static final int RETIRED = 2;
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Spare.class, "state", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final Carrier carrier;
  private volatile Spare below;
  private volatile int state;

  Spare(Carrier carrier) {
    this.carrier = carrier;
  }

  boolean take() {
    return STATE.compareAndSet(this, WAITING, TAKEN);
  }

  boolean retire() {
    return STATE.compareAndSet(this, WAITING, RETIRED);
  }

  Spare below() {
    return below;
  }

  /** Puts this place on top of {@code top}, passing over those that are of no use any more. */
  void putAbove(Spare top) {
    Spare first = top;
    while (first != null && first.state != WAITING) {
      first = first.below;
    }
    below = first;
  }
}
