package org.greenagent.hub;

/**
 * Keeps a {@link Slot}, and the {@link Descriptor} around it, on cache lines that no other one is
 * on: the one made next belongs to another hub as likely as not, and both are written with each
 * event.
 */
abstract class SlotPadding {
  @SuppressWarnings("unused")
  private long a0, a1, a2, a3, a4, a5, a6, a7;
}
