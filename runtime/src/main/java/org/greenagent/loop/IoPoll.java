package org.greenagent.loop;

import java.io.IOException;

/**
 * A set of descriptors that one thread waits on, edge-triggered.
 *
 * <p>Threads: {@link #poll} and {@link #close} one at a time; all else any. Blocks: {@link #poll}
 * alone, the OS thread.
 */
public interface IoPoll {
  /**
   * Puts a descriptor into the set, for both directions and for good. Readiness that is there
   * already is reported by the next poll.
   *
   * @return 0, or the error number of the operating system
   */
  int add(int fd);

  /** Takes a descriptor out of the set; nothing happens if it is not there. */
  void remove(int fd);

  /**
   * Fills {@code into} with what became ready since the last poll.
   *
   * @param nanos how long to wait for a first one: 0 not at all, {@code Nanos.FOREVER} without end;
   *     it may return a little early or without any
   * @throws IOException when the set is broken
   */
  void poll(ReadyBatch into, long nanos) throws IOException;

  /** Makes the poll that waits, or else the next one that would, return at once. */
  void wake();

  /** Gives the descriptors of the set itself back. */
  void close();
}
