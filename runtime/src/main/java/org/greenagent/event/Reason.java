package org.greenagent.event;

/** Why a hub was moved to another OS thread. */
public enum Reason {
  /** The greenlet said that it was about to block: a look-up, a forced write, a file lock. */
  ANNOUNCED("announced blocking"),
  /** The greenlet held its hub for {@code green.handoff} without a pause. */
  HELD("held too long"),
  /** The greenlet waited without leaving its OS thread: below a native frame, in an initialiser. */
  PINNED("pinned"),
  /** The greenlet slept in native code. */
  NATIVE("asleep in native code"),
  /** None; {@code green.debug.chaos}. */
  CHAOS("chaos");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
