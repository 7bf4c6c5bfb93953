package org.greenagent.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitsTest {
  private record Named(String type, String method) implements Waits.Frame {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "read | sun.nio.ch.Poller.poll sun.nio.ch.NioSocketImpl.park"
            + " sun.nio.ch.NioSocketImpl.timedRead",
        "accept | sun.nio.ch.Poller.poll sun.nio.ch.NioSocketImpl.park"
            + " sun.nio.ch.NioSocketImpl.accept",
        "connect | sun.nio.ch.Poller.poll sun.nio.ch.NioSocketImpl.park"
            + " sun.nio.ch.NioSocketImpl.connect",
        "write | sun.nio.ch.Poller.poll sun.nio.ch.SelChImpl.park"
            + " sun.nio.ch.SocketChannelImpl.write",
        "select | sun.nio.ch.Poller.pollSelector sun.nio.ch.EPollSelectorImpl.doSelect",
        "sleep | java.lang.VirtualThread.parkNanos java.lang.VirtualThread.sleepNanos"
            + " java.lang.Thread.sleep",
        "lock | java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire"
            + " java.util.concurrent.locks.ReentrantLock$Sync.lock app.Main.main",
        "condition | java.util.concurrent.locks.AbstractQueuedSynchronizer$ConditionObject.await"
            + " app.Main.main",
        "latch | java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire"
            + " java.util.concurrent.CountDownLatch.await app.Main.main java.lang.Thread.join",
        "join | java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire"
            + " java.util.concurrent.CountDownLatch.await java.lang.VirtualThread.joinNanos",
        "semaphore | java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire"
            + " java.util.concurrent.Semaphore.acquire app.Main.main",
        "park | java.util.concurrent.locks.LockSupport.park app.Main.main"
      })
  void reasonIsReadOffTheStack(String reason, String frames) {
    assertThat(Waits.reason(Stream.of(frames.split(" ")).map(WaitsTest::frame))).isEqualTo(reason);
  }

  private static Named frame(String text) {
    int dot = text.lastIndexOf('.');
    return new Named(text.substring(0, dot), text.substring(dot + 1));
  }
}
