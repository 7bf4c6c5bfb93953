package org.greenagent.greenlet;

import java.time.Duration;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Timer;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Fails when a piece of code does not let the others of its hub run. For tests.
 *
 * <pre>{@code
 * try (SwitchCheck check = SwitchCheck.start()) {
 *   handle(request);
 * }
 * }</pre>
 *
 * <p>What the body throws comes first: the failure of the check is added to it as suppressed. One
 * may stand in another. It looks at the hub: with {@code green.handoff} on, a greenlet that holds
 * it for longer loses it, and the others run.
 *
 * <p>Threads: a greenlet, the one that starts it. Blocks: never.
 */
public final class SwitchCheck implements AutoCloseable {
  private static final long BEAT = Durations.nanos(Duration.ofMillis(1));

  private final Hub hub;
  private final long before;
  private final long most; // Nanos.FOREVER: it is enough that others run at all
  private final boolean bounded;

  // the timer of the hub, one at a time, and who closes it once it has ended
  private volatile boolean over;
  private volatile long lastBeat;
  private volatile long longest;
  private volatile Timer next;

  private SwitchCheck(long most, boolean bounded) {
    hub = Hub.current();
    if (hub == null) {
      throw new IllegalStateException("the current thread runs on no hub");
    }
    this.most = most;
    this.bounded = bounded;
    before = hub.switches();
    lastBeat = Nanos.now();
    if (bounded) {
      next = hub.schedule(this::beat, BEAT);
    }
  }

  /** Wants the hub to run something else at least once. */
  public static SwitchCheck start() {
    return new SwitchCheck(Nanos.FOREVER, false);
  }

  /**
   * Wants the hub never to be held for longer than {@code most}, to a millisecond or so.
   *
   * @throws IllegalArgumentException when that is negative
   */
  public static SwitchCheck start(Duration most) {
    if (most.isNegative()) {
      throw new IllegalArgumentException("negative: " + most);
    }
    return new SwitchCheck(Durations.nanos(most), true);
  }

  private void beat() {
    look();
    if (!over) {
      next = hub.schedule(this::beat, BEAT);
    }
  }

  private void look() {
    long now = Nanos.now();
    longest = Math.max(longest, now - lastBeat - BEAT);
    lastBeat = now;
  }

  /**
   * Ends it.
   *
   * @throws AssertionError when the code held the hub
   */
  @Override
  public void close() {
    over = true;
    if (!bounded) {
      if (hub.switches() == before) {
        throw new AssertionError("nothing else had a turn on " + hub);
      }
      return;
    }
    next.cancel(false);
    look();
    if (longest > most) {
      throw new AssertionError(
          hub
              + " was held for "
              + Duration.ofNanos(longest)
              + ", longer than "
              + Duration.ofNanos(most));
    }
  }
}
