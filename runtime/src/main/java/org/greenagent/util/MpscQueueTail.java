package org.greenagent.util;

/** The producers' word of {@link MpscQueue}, on a cache line that the consumer does not write. */
abstract class MpscQueueTail extends MpscQueueHeadPadding {
  // writes: any (compare-and-set); reads: any
  volatile MpscQueue.Chunk tail;

  @SuppressWarnings("unused")
  private long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15;
}
