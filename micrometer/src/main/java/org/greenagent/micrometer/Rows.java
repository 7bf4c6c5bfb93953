package org.greenagent.micrometer;

import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One attribute with several rows, read once for all the meters that are asked at the same time: to
 * count greenlets by state the agent looks at each of them.
 */
final class Rows {
  private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Bean bean;
  private final String attribute;
  private Map<String, Double> rows;
  private long readNanos;

  Rows(Bean bean, String attribute) {
    this.bean = bean;
    this.attribute = attribute;
  }

  /** The number in that row as it was within the last second; 0 when there is no such row. */
  synchronized double number(String row) {
    long now = System.nanoTime();
    if (rows == null || now - readNanos > FRESH_NANOS) {
      rows = bean.numbers(attribute);
      readNanos = now;
    }
    return rows.getOrDefault(row, 0.0);
  }
}
