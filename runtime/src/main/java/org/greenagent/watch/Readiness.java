package org.greenagent.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.greenagent.util.Nanos;

/**
 * Where a loop sleeps, and which channels it looks at: a selector of the JDK.
 *
 * <p>Threads: confined to the loop's, {@link #wake} any. Blocks: {@link #sleep}.
 */
final class Readiness {
  private final Selector selector;

  Readiness() {
    try {
      selector = Selector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void add(IoWatcher watcher) {
    SelectionKey key = watcher.channel().keyFor(selector);
    if (key != null && key.isValid()) {
      watchers(key).add(watcher);
      key.interestOps(key.interestOps() | watcher.ops());
      return;
    }
    List<IoWatcher> first = new ArrayList<>();
    first.add(watcher);
    register(watcher.channel(), watcher.ops(), first);
  }

  void remove(IoWatcher watcher) {
    SelectionKey key = watcher.channel().keyFor(selector);
    if (key == null || !key.isValid()) {
      return;
    }
    List<IoWatcher> left = watchers(key);
    left.remove(watcher);
    if (left.isEmpty()) {
      key.cancel();
    } else {
      key.interestOps(left.stream().mapToInt(IoWatcher::ops).reduce(0, (a, b) -> a | b));
    }
  }

  /** Sleeps until woken, until a channel is ready, or for so long; then feeds who is ready. */
  void sleep(long nanos) {
    try {
      if (nanos == 0) {
        selector.selectNow();
      } else {
        selector.select(millis(nanos));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid()) {
        watchers(key).forEach(watcher -> watcher.ready(key));
      }
    }
    selector.selectedKeys().clear();
  }

  void wake() {
    selector.wakeup();
  }

  void close() {
    try {
      selector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void register(SelectableChannel channel, int ops, List<IoWatcher> watchers) {
    try {
      try {
        channel.register(selector, ops, watchers);
      } catch (CancelledKeyException stillThere) {
        selector.selectNow(); // forgets cancelled ones; what is ready is so at the next look too
        channel.register(selector, ops, watchers);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<IoWatcher> watchers(SelectionKey key) {
    return (List<IoWatcher>) key.attachment();
  }

  /** Rounded up, so that nothing is early; 0 means without end. */
  private static long millis(long nanos) {
    if (nanos == Nanos.FOREVER) {
      return 0;
    }
    long whole = TimeUnit.NANOSECONDS.toMillis(nanos);
    return TimeUnit.MILLISECONDS.toNanos(whole) == nanos ? whole : whole + 1;
  }
}
