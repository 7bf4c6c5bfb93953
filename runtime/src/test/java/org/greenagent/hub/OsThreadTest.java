package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.greenagent.hub.Threads.until;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class OsThreadTest {
  @Test
  void toldOfAThreadThatComputesIsThatItRuns() {
    OsThread self = OsThread.current();
    long before = self.ranNanos();
    assertThat(before).isNotNegative();
    until(() -> self.ranNanos() > before + 1_000_000);
    assertThat(self.runnable()).isTrue();
  }

  @Test
  void toldOfAThreadThatWaitsIsThatItDoesNot() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    FutureTask<OsThread> waiting =
        new FutureTask<>(OsThread::current) {
          @Override
          protected void done() {
            try {
              leave.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    Thread thread = new Thread(waiting);
    thread.start();
    OsThread other = waiting.get();
    until(() -> !other.runnable());
    leave.countDown();
    thread.join();
  }

  @Test
  void nothingIsToldOfAThreadThatIsNotThere() {
    OsThread none = new OsThread("/proc/none");
    assertThat(none.ranNanos()).isEqualTo(OsThread.UNKNOWN);
    assertThat(none.runnable()).isFalse();
  }
}
