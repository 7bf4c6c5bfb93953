package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.ConcurrentTest;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.MpscQueue;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SleepTest {
  private final MpscQueue<String> queue = new MpscQueue<>();
  private final Sleep sleep = new Sleep(queue, Threads.BY_JDK);
  private final ReadyBatch ready = new ReadyBatch();
  private final List<Long> polls = new ArrayList<>();

  /** Notes how long it is asked to wait. */
  private final class Noted implements IoPoll {
    private final boolean fails;

    Noted(boolean fails) {
      this.fails = fails;
    }

    @Override
    public void poll(ReadyBatch into, long nanos) throws IOException {
      polls.add(nanos);
      assertThat(sleep.asleep()).isTrue();
      if (fails) {
        throw new IOException("on purpose");
      }
    }

    @Override
    public int add(int fd) {
      return 0;
    }

    @Override
    public void remove(int fd) {}

    @Override
    public void wake() {}

    @Override
    public void close() {}
  }

  @ConcurrentTest
  void parksUntilAnotherThreadWakesIt() throws Exception {
    Thread hub =
        Thread.ofPlatform()
            .start(() -> {
              try {
                sleep.consumer(Thread.currentThread());
                while (queue.isEmpty()) {
                  sleep.sleep(ready, Nanos.FOREVER);
                }
              } catch (IOException e) {
                throw new AssertionError(e);
              }
            });
    Threads.untilParked(hub);
    assertThat(sleep.asleep()).isTrue();
    queue.offer("task");
    sleep.wake();
    hub.join();
    assertThat(sleep.asleep()).isFalse();
  }

  @ConcurrentTest
  void doesNotParkOnAQueueThatIsNotEmpty() throws IOException {
    queue.offer("task");
    sleep.consumer(Thread.currentThread());
    sleep.sleep(ready, Nanos.FOREVER);
    assertThat(sleep.asleep()).isFalse();
  }

  @ConcurrentTest
  void parksNoLongerThanItIsTold() throws IOException {
    sleep.consumer(Thread.currentThread());
    sleep.sleep(ready, 1_000);
    assertThat(sleep.asleep()).isFalse();
  }

  @ConcurrentTest
  void doesNotSpinOnAnInterruptThatIsLeftBehind() throws IOException {
    sleep.consumer(Thread.currentThread());
    Thread.currentThread().interrupt();
    sleep.sleep(ready, 1_000);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ConcurrentTest
  void pollsOnceItHasAPollAndDoesNotWaitThereForAQueueThatIsNotEmpty() throws IOException {
    assertThat(sleep.publish(new Noted(false))).isTrue();
    sleep.sleep(ready, 5);
    queue.offer("task");
    sleep.sleep(ready, Nanos.FOREVER);
    assertThat(polls).containsExactly(5L, 0L);
    assertThat(sleep.asleep()).isFalse();
  }

  @ConcurrentTest
  void keepsTheFirstPoll() {
    IoPoll first = new Noted(false);
    assertThat(sleep.publish(first)).isTrue();
    assertThat(sleep.publish(new Noted(false))).isFalse();
    assertThat(sleep.poll()).isSameAs(first);
  }

  @ConcurrentTest
  void isAwakeAfterAPollThatFails() {
    sleep.publish(new Noted(true));
    assertThatThrownBy(() -> sleep.sleep(ready, 1)).isInstanceOf(IOException.class);
    assertThat(sleep.asleep()).isFalse();
  }
}
