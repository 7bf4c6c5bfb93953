package org.greenagent.util;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.ConcurrentTest;

class MpscQueueTest {
  private static final int MANY = 1_000;

  private final MpscQueue<Integer> queue = new MpscQueue<>();

  @ConcurrentTest
  void givesNothingWhenItIsEmpty() {
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.poll()).isNull();
    assertThat(queue.poll()).isNull();
  }

  @ConcurrentTest
  void keepsTheOrderOfArrivalThroughManyChunks() {
    for (int i = 0; i < MANY; i++) {
      queue.offer(i);
    }
    for (int i = 0; i < MANY; i++) {
      assertThat(queue.isEmpty()).isFalse();
      assertThat(queue.poll()).isEqualTo(i);
    }
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.poll()).isNull();
  }

  @ConcurrentTest
  void goesOnAfterItRanEmptyAtAnyPlaceOfAChunk() {
    for (int i = 0; i < MANY; i++) {
      assertThat(queue.poll()).isNull();
      queue.offer(i);
      assertThat(queue.isEmpty()).isFalse();
      assertThat(queue.poll()).isEqualTo(i);
      assertThat(queue.isEmpty()).isTrue();
    }
  }

  @ConcurrentTest
  void knowsItsSizeUpToTwoChunks() {
    for (int taken = 0; taken < 200; taken++) {
      for (int i = 0; i < 128; i++) {
        assertThat(queue.size()).isEqualTo(i);
        queue.offer(i);
      }
      for (int i = 128; i > 0; i--) {
        assertThat(queue.size()).isEqualTo(i);
        assertThat(queue.poll()).isNotNull();
      }
      queue.offer(taken);
      assertThat(queue.poll()).isEqualTo(taken);
    }
  }

  @ConcurrentTest
  void oneGoesBeforeAllOthersAndTheNextToTheEnd() {
    queue.offer(1);
    queue.offerAhead(2);
    queue.offerAhead(3);
    assertThat(queue.size()).isEqualTo(3);
    assertThat(queue.estimate()).isEqualTo(3);
    assertThat(List.of(queue.poll(), queue.poll(), queue.poll())).containsExactly(2, 1, 3);
    assertThat(queue.isEmpty()).isTrue();
    queue.offerAhead(4);
    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.poll()).isEqualTo(4);
    assertThat(queue.isEmpty()).isTrue();
  }

  @ConcurrentTest
  void afterSomeThatWentBeforeThemTheOthersHaveTheirTurn() {
    for (int i = 1; i <= 20; i++) {
      queue.offer(-i);
    }
    for (int i = 0; i < MpscQueue.MOST_AHEAD; i++) {
      queue.offerAhead(i);
      assertThat(queue.poll()).isEqualTo(i);
    }
    queue.offerAhead(100);
    for (int i = 1; i <= 20; i++) {
      assertThat(queue.poll()).isEqualTo(-i);
    }
    assertThat(queue.poll()).isEqualTo(100);
    queue.offer(101);
    queue.offerAhead(102);
    assertThat(queue.poll()).isEqualTo(102);
  }

  @ConcurrentTest
  void refusesNull() {
    assertThatNullPointerException().isThrownBy(() -> queue.offer(null));
    assertThatNullPointerException().isThrownBy(() -> queue.offerAhead(null));
    assertThat(queue.isEmpty()).isTrue();
  }

  @ConcurrentTest
  void holdsNothingThatWasTaken() {
    MpscQueue<Object> objects = new MpscQueue<>();
    WeakReference<Object> taken = passThrough(objects);
    while (taken.get() != null) {
      System.gc();
    }
    assertThat(objects.isEmpty()).isTrue();
  }

  private static WeakReference<Object> passThrough(MpscQueue<Object> objects) {
    Object object = new Object();
    objects.offer(object);
    assertThat(objects.poll()).isSameAs(object);
    return new WeakReference<>(object);
  }

  @ConcurrentTest
  void losesNothingAndKeepsTheOrderOfEachOfManyProducers() throws InterruptedException {
    int producers = 4;
    int each = 50_000;
    List<Thread> threads = new ArrayList<>();
    for (int p = 0; p < producers; p++) {
      int base = p * each;
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; i < each; i++) {
                  queue.offer(base + i);
                }
              }));
    }
    int[] next = new int[producers];
    int taken = 0;
    while (taken < producers * each) {
      Integer element = queue.poll();
      if (element == null) {
        Thread.onSpinWait();
        continue;
      }
      taken++;
      assertThat(element % each).isEqualTo(next[element / each]++);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(queue.poll()).isNull();
  }
}
