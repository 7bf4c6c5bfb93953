package org.greenagent.hub;

/** Keeps the word of a {@link Role}, written twice a switch, away from what others read. */
abstract class RolePadding {
  @SuppressWarnings("unused")
  private long a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15;
}
