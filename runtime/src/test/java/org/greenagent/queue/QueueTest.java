package org.greenagent.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.greenagent.greenlet.Action;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Queues between greenlets of one hub: the test is one of them. */
@Timeout(30)
class QueueTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final List<Object> log = new ArrayList<>();

  @Test
  void maxSize() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>(2);
      Greenlet<Void> puts =
          Greenlet.spawn(() -> {
            for (int i = 1; i <= 4; i++) {
              queue.put(i);
              log.add("put " + i);
            }
            return null;
          });
      Greenlets.yieldNow();
      assertThat(log).containsExactly("put 1", "put 2");
      assertThat(queue.full()).isTrue();
      assertThat(queue.take()).isEqualTo(1);
      Greenlets.yieldNow();
      assertThat(log).containsExactly("put 1", "put 2", "put 3");
      assertThat(List.of(queue.take(), queue.take(), queue.take())).containsExactly(2, 3, 4);
      puts.join();
      assertThat(queue).isEmpty();
    });
  }

  @Test
  void waitersThatCancel() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>();
      Greenlet<Boolean> gives = Greenlet.spawn(() -> queue.poll(1, TimeUnit.MILLISECONDS) == null);
      assertThat(gives.get()).isTrue();
      queue.put("kept");
      assertThat(queue).containsExactly("kept");
    });
  }

  @Test
  void twoWaitersOneDies() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>();
      Greenlet<String> dies = Greenlet.spawn(queue::take);
      Greenlet<String> lives = Greenlet.spawn(queue::take);
      Greenlets.yieldNow();
      dies.kill();
      queue.put("item");
      assertThat(lives.get()).isEqualTo("item");
      assertThat(queue).isEmpty();
    });
  }

  @Test
  void aPutterThatDiesHasPutNothing() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>(1);
      queue.put("first");
      Greenlet<Void> dies = Greenlet.spawn(() -> queue.put("never"));
      Greenlet<Void> lives = Greenlet.spawn(() -> queue.put("second"));
      Greenlets.yieldNow();
      dies.kill();
      assertThat(queue.offer("late", 1, TimeUnit.MILLISECONDS)).isFalse();
      assertThat(queue.take()).isEqualTo("first");
      assertThat(queue.take()).isEqualTo("second");
      lives.join();
      assertThat(queue.poll()).isNull();
    });
  }

  @Test
  void waitersAreServedInOrder() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>();
      for (int i = 0; i < 3; i++) {
        int name = i;
        var _ = Greenlet.spawn(() -> log.add(name + " got " + queue.take()));
      }
      Greenlets.yieldNow();
      for (int i = 0; i < 3; i++) {
        queue.put(i);
      }
      Greenlets.yieldNow();
      assertThat(log).containsExactly("0 got 0", "1 got 1", "2 got 2");
    });
  }

  @Test
  void nobodyOvertakesWhoWaits() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>();
      Greenlet<String> waits = Greenlet.spawn(queue::take);
      Greenlets.yieldNow();
      queue.put("his");
      assertThat(queue.poll()).isNull();
      assertThat(waits.get()).isEqualTo("his");
    });
  }

  @Test
  void channelSend() throws Exception {
    green(() -> {
      Channel<String> channel = new Channel<>();
      Greenlet<Void> takes =
          Greenlet.spawn(() -> {
            log.add(channel.take());
            log.add(channel.take());
            return null;
          });
      log.add("sending");
      channel.put("hello");
      log.add("sent hello");
      channel.put("world");
      log.add("sent world");
      assertThat(log).containsExactly("sending", "hello", "sent hello", "world", "sent world");
      takes.join();
    });
  }

  @Test
  void aChannelIsEmptyAndFull() throws Exception {
    Channel<String> channel = new Channel<>();
    assertThat(channel.offer("nobody takes")).isFalse();
    assertThat(channel.offer("nobody takes", 1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(channel.poll()).isNull();
    assertThat(channel.poll(1, TimeUnit.MILLISECONDS)).isNull();
    assertThat(channel).isEmpty();
    assertThat(channel.full()).isTrue();
    assertThat(channel.remainingCapacity()).isZero();
    assertThatThrownBy(channel::awaitPeek).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> channel.awaitPeek(SOON))
        .isInstanceOf(UnsupportedOperationException.class);
    green(() -> {
      Greenlet<Void> puts = Greenlet.spawn(() -> channel.put("waits"));
      Greenlets.yieldNow();
      assertThat(channel).isEmpty();
      assertThat(channel.poll()).isEqualTo("waits");
      puts.join();
    });
  }

  @Test
  void theLeastComesFirst() {
    PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(3, 1, 2));
    assertThat(List.of(queue.poll(), queue.poll(), queue.poll())).containsExactly(1, 2, 3);
    PriorityQueue<Integer> greatest = new PriorityQueue<>(Comparator.<Integer>reverseOrder());
    greatest.addAll(List.of(3, 1, 2));
    assertThat(greatest.poll()).isEqualTo(3);
    PriorityQueue<Integer> bounded = new PriorityQueue<>(2, null);
    bounded.addAll(List.of(2, 1));
    assertThat(bounded.offer(0)).isFalse();
    assertThat(bounded.peek()).isEqualTo(1);
  }

  @Test
  void theLastComesFirst() {
    LifoQueue<Integer> queue = new LifoQueue<>(3);
    queue.addAll(List.of(1, 2, 3));
    assertThat(queue.offer(4)).isFalse();
    assertThat(List.of(queue.poll(), queue.poll(), queue.poll())).containsExactly(3, 2, 1);
    LifoQueue<Integer> unbounded = new LifoQueue<>();
    unbounded.addAll(List.of(1, 2));
    assertThat(unbounded.peek()).isEqualTo(2);
  }

  @Test
  void awaitPeekSeesWhatStays() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>();
      Greenlet<String> sees = Greenlet.spawn(() -> queue.awaitPeek());
      Greenlet<String> takes = Greenlet.spawn(queue::take);
      Greenlets.yieldNow();
      queue.put("first");
      queue.put("second");
      assertThat(sees.get()).isEqualTo("first");
      assertThat(takes.get()).isEqualTo("first");
      assertThat(queue.awaitPeek()).isEqualTo("second");
      assertThat(queue.take()).isEqualTo("second");
      assertThat(queue.awaitPeek(SOON)).isNull();
      assertThat(queue.awaitPeek(Duration.ZERO)).isNull();
    });
  }

  @Test
  void joinWaitsUntilAllIsWorkedOff() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>(1);
      Greenlet<Void> works =
          Greenlet.spawn(() -> {
            for (int i = 0; i < 3; i++) {
              log.add(queue.take());
              Greenlets.yieldNow();
              queue.taskDone();
            }
            return null;
          });
      for (int i = 0; i < 3; i++) {
        queue.put(i);
      }
      assertThat(queue.join(Duration.ZERO)).isFalse();
      queue.join();
      assertThat(log).containsExactly(0, 1, 2);
      assertThat(queue.unfinishedTasks()).isZero();
      assertThat(queue.join(SOON)).isTrue();
      works.join();
      assertThatThrownBy(queue::taskDone).isInstanceOf(IllegalStateException.class);
    });
  }

  @Test
  void shutdownLetsTheRestBeTaken() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>(1);
      queue.put(1);
      Greenlet<Boolean> puts = Greenlet.spawn(() -> isShutDown(() -> queue.put(2)));
      Greenlets.yieldNow();
      queue.shutdown();
      assertThat(puts.get()).isTrue();
      assertThatThrownBy(() -> queue.put(3)).isInstanceOf(QueueShutDownException.class);
      assertThatThrownBy(() -> queue.offer(3)).isInstanceOf(QueueShutDownException.class);
      assertThat(queue.awaitPeek()).isEqualTo(1);
      assertThat(queue.take()).isEqualTo(1);
      assertThatThrownBy(queue::take).isInstanceOf(QueueShutDownException.class);
      assertThatThrownBy(queue::awaitPeek).isInstanceOf(QueueShutDownException.class);
      assertThat(queue.poll()).isNull();
      assertThat(queue.peek()).isNull();
    });
  }

  @Test
  void shutdownFreesThoseWhoTakeAndPeek() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>();
      Greenlet<Boolean> takes = Greenlet.spawn(() -> isShutDown(queue::take));
      Greenlet<Boolean> peeks = Greenlet.spawn(() -> isShutDown(queue::awaitPeek));
      Greenlets.yieldNow();
      queue.shutdown();
      assertThat(takes.get()).isTrue();
      assertThat(peeks.get()).isTrue();
    });
  }

  @Test
  void shutdownNowDropsTheRest() throws Exception {
    green(() -> {
      FifoQueue<Integer> queue = new FifoQueue<>();
      queue.put(1);
      queue.put(2);
      Greenlet<Void> joins = Greenlet.spawn(() -> queue.join());
      Greenlets.yieldNow();
      queue.shutdownNow();
      joins.join();
      assertThat(queue).isEmpty();
      assertThatThrownBy(queue::take).isInstanceOf(QueueShutDownException.class);
    });
  }

  private static boolean isShutDown(Action body) throws Exception {
    try {
      body.run();
      return false;
    } catch (QueueShutDownException e) {
      return true;
    }
  }

  @Test
  void isAQueueOfTheJdk() throws Exception {
    BlockingQueue<Integer> queue = new FifoQueue<>(3);
    assertThat(queue.remainingCapacity()).isEqualTo(3);
    queue.addAll(List.of(1, 2, 3));
    assertThatThrownBy(() -> queue.add(4)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> queue.put(null)).isInstanceOf(NullPointerException.class);
    List<Integer> drained = new ArrayList<>();
    assertThat(queue.drainTo(drained, 1)).isOne();
    assertThat(queue.drainTo(drained)).isEqualTo(2);
    assertThat(drained).containsExactly(1, 2, 3);
    assertThatThrownBy(() -> queue.drainTo(queue)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FifoQueue<>(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LifoQueue<>(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new FifoQueue<>().remainingCapacity()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void removalMakesRoomForWhoWaits() throws Exception {
    green(() -> {
      FifoQueue<String> queue = new FifoQueue<>(1);
      queue.put("removed");
      Greenlet<Void> puts = Greenlet.spawn(() -> queue.put("put"));
      Greenlets.yieldNow();
      assertThat(queue.remove("removed")).isTrue();
      puts.join();
      assertThat(queue).containsExactly("put");
      Iterator<String> items = queue.iterator();
      assertThatThrownBy(items::remove).isInstanceOf(IllegalStateException.class);
      items.next();
      items.remove();
      assertThat(queue).isEmpty();
    });
  }

  @Test
  void anInterruptEndsTheWait() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(new FifoQueue<>()::take).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
