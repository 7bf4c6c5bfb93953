package org.greenagent.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the shell of a {@link BackdoorServer} finds the values of its variables; of no other use.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class ShellValues {
  private static final Map<Long, Object> VALUES = new ConcurrentHashMap<>();
  private static final AtomicLong NEXT = new AtomicLong();

  private ShellValues() {}

  static long put(Object value) {
    long key = NEXT.getAndIncrement();
    VALUES.put(key, value);
    return key;
  }

  /** Takes the value that was left under {@code key}; null when there is none. */
  public static Object take(long key) {
    return VALUES.remove(key);
  }
}
