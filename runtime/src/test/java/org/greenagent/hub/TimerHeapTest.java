package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored")
class TimerHeapTest {
  private final TimerHeap heap = new TimerHeap();
  private final List<Integer> ran = new ArrayList<>();

  private Timer add(int name, long deadlineNanos) {
    Timer timer = new Timer(heap, () -> ran.add(name), deadlineNanos);
    heap.add(timer);
    return timer;
  }

  private void runDue(long nowNanos) {
    for (Timer due = heap.due(nowNanos); due != null; due = heap.due(nowNanos)) {
      due.run();
    }
  }

  @Test
  void hasNoDeadlineWithoutTimers() {
    assertThat(heap.nextDeadlineNanos()).isEqualTo(Nanos.FOREVER);
    assertThat(heap.due(Nanos.FOREVER)).isNull();
  }

  @Test
  void firesNothingBeforeItsTime() {
    add(1, 100);
    runDue(99);
    assertThat(ran).isEmpty();
    runDue(100);
    assertThat(ran).containsExactly(1);
  }

  @Test
  void firesInOrderOfDeadlines() {
    add(3, 30);
    add(1, 10);
    add(2, 20);
    assertThat(heap.nextDeadlineNanos()).isEqualTo(10);
    runDue(30);
    assertThat(ran).containsExactly(1, 2, 3);
  }

  @Test
  void firesEqualDeadlinesInOrderOfArrival() {
    for (int i = 0; i < 100; i++) {
      add(i, 50);
    }
    runDue(50);
    assertThat(ran).isSorted().hasSize(100);
  }

  @Test
  void ordersAnyMixtureOfDeadlinesAndCancellations() {
    Random random = new Random(42);
    record Entry(long deadline, int name) {}
    List<Entry> expected = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      long deadline = random.nextInt(500);
      Timer timer = add(i, deadline);
      if (random.nextInt(4) == 0) {
        expected.add(new Entry(deadline, i));
      } else {
        assertThat(timer.cancel(false)).isTrue();
      }
    }
    runDue(500);
    assertThat(ran)
        .isEqualTo(
            expected.stream()
                .sorted(Comparator.comparingLong(Entry::deadline).thenComparingInt(Entry::name))
                .map(Entry::name)
                .toList());
    assertThat(heap.size()).isZero();
  }

  @Test
  void firesOnceAndOnlyWhatWasNotCancelled() {
    Timer timer = add(1, 10);
    runDue(10);
    assertThat(timer.isDone()).isTrue();
    assertThat(timer.cancel(false)).isFalse();
    assertThat(timer.isCancelled()).isFalse();
    timer.run();
    assertThat(ran).containsExactly(1);
  }

  @Test
  void neverRunsACancelledTimer() {
    Timer timer = add(1, 10);
    assertThat(timer.cancel(false)).isTrue();
    assertThat(timer.cancel(false)).isFalse();
    assertThat(timer.isCancelled()).isTrue();
    assertThat(heap.nextDeadlineNanos()).isEqualTo(Nanos.FOREVER);
    runDue(10);
    assertThat(ran).isEmpty();
  }

  @Test
  void doesNotFileWhatWasCancelledOnTheWay() {
    Timer timer = new Timer(heap, () -> ran.add(1), 10);
    timer.cancel(false);
    heap.add(timer);
    assertThat(heap.size()).isZero();
  }

  @Test
  void doesNotCountWhatWasCancelledOnceItWasDue() {
    for (int i = 0; i < 1_000; i++) {
      Timer timer = add(i, 1);
      Timer due = heap.due(1);
      timer.cancel(false);
      due.run();
    }
    add(1, 10);
    add(2, 20).cancel(false);
    add(3, 30);
    // the one that is cancelled is not worth a purge: a wrong count would make each add one
    assertThat(heap.size()).isEqualTo(3);
  }

  @Test
  void dropsCancelledTimersBeforeTheirTimeWhenTheyAreMany() {
    add(0, 1);
    for (int i = 1; i <= 100_000; i++) {
      add(i, 1_000 + i).cancel(false);
    }
    assertThat(heap.size()).isLessThan(1_000);
    runDue(1_000_000);
    assertThat(ran).containsExactly(0);
  }

  /** What is cancelled while nothing else goes on: a server after its load. */
  @Test
  void keepsFewCancelledTimersWhenItHasNoOthers() {
    add(0, 1);
    for (int i = 1; i <= 1_000; i++) {
      add(i, 1_000 + i).cancel(false);
      assertThat(heap.size()).isLessThanOrEqualTo(20);
    }
  }
}
