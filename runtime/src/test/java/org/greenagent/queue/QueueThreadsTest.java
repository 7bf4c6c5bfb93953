package org.greenagent.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.hub.SharedHubs;
import org.greenagent.vthread.VirtualThreads;
import org.junit.jupiter.api.Timeout;

/** Many who put and many who take, greenlets of several hubs and OS threads: nothing is lost. */
@Timeout(60)
class QueueThreadsTest {
  private static final int EACH = 500;
  private static final int THREADS = 4;

  private static FutureTask<Void> start(boolean nativeThread, Runnable body) {
    FutureTask<Void> task = new FutureTask<>(body, null);
    if (nativeThread) {
      Thread.ofPlatform().daemon().start(task);
    } else {
      VirtualThreads.create(SharedHubs.get().next(), null, 0, task).start();
    }
    return task;
  }

  private static void passAll(GreenQueue<Integer> queue) throws Exception {
    ConcurrentLinkedQueue<Integer> got = new ConcurrentLinkedQueue<>();
    List<FutureTask<Void>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      int from = i * EACH;
      all.add(start(i % 2 == 0, () -> put(queue, from)));
      all.add(start(i < 2, () -> take(queue, got)));
    }
    for (FutureTask<Void> one : all) {
      one.get();
    }
    List<Integer> sorted = new ArrayList<>(got);
    sorted.sort(Comparator.naturalOrder());
    assertThat(sorted).hasSize(THREADS * EACH);
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(sorted.get(i)).isEqualTo(i);
    }
    assertThat(queue).isEmpty();
  }

  private static void put(GreenQueue<Integer> queue, int from) {
    try {
      for (int i = from; i < from + EACH; i++) {
        if (i % 3 == 0) {
          while (!queue.offer(i, 100, TimeUnit.MICROSECONDS)) {
            Thread.onSpinWait();
          }
        } else {
          queue.put(i);
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void take(GreenQueue<Integer> queue, ConcurrentLinkedQueue<Integer> got) {
    try {
      for (int i = 0; i < EACH; i++) {
        Integer item = queue.poll(50, TimeUnit.MICROSECONDS);
        got.add(item == null ? queue.take() : item);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ConcurrentTest
  void anUnboundedOneLosesNothing() throws Exception {
    passAll(new FifoQueue<>());
  }

  @ConcurrentTest
  void aBoundedOneLosesNothing() throws Exception {
    passAll(new FifoQueue<>(1));
  }

  @ConcurrentTest
  void aChannelLosesNothing() throws Exception {
    passAll(new Channel<>());
  }

  @ConcurrentTest
  void onesInOtherOrdersLoseNothing() throws Exception {
    passAll(new LifoQueue<>(3));
    passAll(new PriorityQueue<>(3, null));
  }

  @ConcurrentTest
  void oneWhoPutsAndOneWhoTakesKeepTheOrder() throws Exception {
    FifoQueue<Integer> queue = new FifoQueue<>(2);
    Greenlet<List<Integer>> takes =
        Greenlet.spawn(() -> {
          List<Integer> taken = new ArrayList<>();
          for (int i = 0; i < EACH; i++) {
            taken.add(queue.take());
          }
          return taken;
        });
    for (int i = 0; i < EACH; i++) {
      queue.put(i);
    }
    assertThat(takes.get()).isSorted().hasSize(EACH);
  }

  @ConcurrentTest
  void whoIsKilledTakesNothing() throws InterruptedException, ExecutionException {
    FifoQueue<Integer> queue = new FifoQueue<>();
    List<Greenlet<Integer>> takers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      takers.add(Greenlet.spawn(queue::take));
    }
    CountDownLatch go = new CountDownLatch(1);
    Thread puts =
        Thread.ofPlatform()
            .start(() -> {
              try {
                go.await();
                for (int i = 0; i < 20; i++) {
                  queue.put(i);
                }
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    go.countDown();
    for (int i = 0; i < 20; i += 2) {
      takers.get(i).kill();
    }
    puts.join();
    int served = 0;
    for (int i = 0; i < 20; i++) {
      Greenlet<Integer> taker = takers.get(i);
      taker.join();
      served += taker.exit() == null ? 1 : 0;
    }
    assertThat(served + queue.size()).isEqualTo(20);
  }
}
