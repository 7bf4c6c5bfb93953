package org.greenagent.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stream as the operating system keeps it, and a greenlet that reads it to its end as the JDK
 * does: after a read that came back short it waits without trying, if it may.
 */
final class ShortReads {
  private static final int FIN = 1 << 16;
  private static final int END = -1;
  private static final Hub HUB = hub();

  final Descriptor descriptor = registered();
  private final Thread reader = new Thread(() -> {});
  private final AtomicInteger there = new AtomicInteger(); // bytes, and whether the end came
  private volatile boolean over;

  /** A descriptor in the poll of a hub that nobody serves. */
  static Descriptor registered() {
    Descriptor descriptor = new Descriptor(3);
    try {
      descriptor.register(HUB);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return descriptor;
  }

  /** No carrier serves it: it is but where the descriptor is registered. */
  private static Hub hub() {
    HubOptions options = Sleeping.OPTIONS;
    Hub hub =
        new Hub(0, 0, new Hub[0], null, null, new Carriers(options, Sleeping.BY_JDK), options);
    hub.sleep.publish(new SpinningPoll());
    return hub;
  }

  /** The peer sends a byte. */
  void send() {
    there.getAndIncrement();
  }

  /** The peer sends nothing more. */
  void end() {
    there.getAndAdd(FIN);
  }

  /** Called when no further event will come. */
  void noMoreEvents() {
    over = true;
  }

  /** How many bytes came before the end; -1 when it waits for ever. */
  int readAll() {
    int all = 0;
    for (; ; ) {
      int bytes = descriptor.knownEmpty() ? 0 : read();
      if (bytes == END) {
        return all;
      }
      if (bytes == 0) {
        if (descriptor.input().claim(reader) && waitsForEver()) {
          return -1;
        }
      } else {
        all += bytes;
        descriptor.drained();
      }
    }
  }

  private int read() {
    int seen = there.get();
    if (seen == 0) {
      return 0;
    }
    if (seen == FIN) {
      return END;
    }
    int bytes = seen & (FIN - 1);
    there.getAndAdd(-bytes);
    return bytes;
  }

  private boolean waitsForEver() {
    while (descriptor.input().waits(reader)) {
      if (over) {
        return descriptor.input().waits(reader);
      }
      Thread.onSpinWait();
    }
    return false;
  }
}
