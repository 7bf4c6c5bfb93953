package org.greenagent.loop;

/**
 * The descriptors that one poll found ready, copied out of native memory, so that they stay good
 * while another thread polls the same set.
 *
 * <p>Threads: confined to the thread that polls. Blocks: never.
 */
public final class ReadyBatch {
  /** Room for so many in one poll. */
  public static final int CAPACITY = 512;

  private static final int INPUT = 1;
  private static final int OUTPUT = 2;
  private static final int NO_EDGE = 4;

  private final int[] fds = new int[CAPACITY];
  private final byte[] directions = new byte[CAPACITY];
  private int size;

  /** An empty batch. */
  public ReadyBatch() {}

  /** How many it holds. */
  public int size() {
    return size;
  }

  /** Drops all. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds one; there must be room.
   *
   * @param noEdge there may be something to read that no later event tells of
   */
  public void add(int fd, boolean input, boolean output, boolean noEdge) {
    fds[size] = fd;
    directions[size] =
        (byte) ((input ? INPUT : 0) | (output ? OUTPUT : 0) | (noEdge ? NO_EDGE : 0));
    size++;
  }

  /** The descriptor at {@code index}. */
  public int fd(int index) {
    return fds[index];
  }

  /** True when a read of it would not wait. */
  public boolean input(int index) {
    return (directions[index] & INPUT) != 0;
  }

  /** True when a short read of it is no sign that nothing is left. */
  public boolean noEdge(int index) {
    return (directions[index] & NO_EDGE) != 0;
  }

  /** True when a write to it would not wait. */
  public boolean output(int index) {
    return (directions[index] & OUTPUT) != 0;
  }
}
