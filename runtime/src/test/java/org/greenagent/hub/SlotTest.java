package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SlotTest {
  private final Slot slot = new Slot();
  private final Thread first = new Thread(() -> {});
  private final Thread second = new Thread(() -> {});
  private final Thread third = new Thread(() -> {});

  @ConcurrentTest
  void remembersAnEventThatNobodyWaitedFor() {
    slot.ready();
    slot.ready();
    assertThat(slot.claim(first)).isFalse();
    assertThat(slot.claim(first)).isTrue();
  }

  @ConcurrentTest
  void endsTheWaitOfAClaimAndRemembersNothing() {
    slot.claim(first);
    assertThat(slot.waits(first)).isTrue();
    slot.ready();
    assertThat(slot.waits(first)).isFalse();
    assertThat(slot.claim(first)).isTrue();
  }

  @ConcurrentTest
  void endsTheWaitOfAllWhoWait() {
    slot.claim(first);
    slot.claim(second);
    slot.claim(third);
    assertThat(slot.waits(first) && slot.waits(second) && slot.waits(third)).isTrue();
    slot.ready();
    assertThat(slot.waits(first) || slot.waits(second) || slot.waits(third)).isFalse();
  }

  @ConcurrentTest
  void keepsTheOthersWhenOneWithdraws() {
    for (Thread leaving : List.of(first, second, third)) {
      Slot fresh = new Slot();
      List<Thread> all = List.of(first, second, third);
      all.forEach(fresh::claim);
      fresh.withdraw(leaving);
      for (Thread thread : all) {
        assertThat(fresh.waits(thread)).isEqualTo(thread != leaving);
      }
    }
  }

  @ConcurrentTest
  void isEmptyWhenAllHaveWithdrawn() {
    slot.claim(first);
    slot.claim(second);
    slot.withdraw(first);
    slot.withdraw(second);
    slot.ready();
    assertThat(slot.claim(third)).isFalse();
  }

  @ConcurrentTest
  void withdrawsNothingOfOthers() {
    slot.claim(first);
    slot.withdraw(second);
    assertThat(slot.waits(first)).isTrue();
    slot.ready();
    slot.ready();
    slot.withdraw(first);
    assertThat(slot.claim(first)).isFalse();
  }

  @ConcurrentTest
  void wakesWithoutRemembering() {
    slot.wake();
    assertThat(slot.claim(first)).isTrue();
    slot.wake();
    assertThat(slot.waits(first)).isFalse();
    assertThat(slot.claim(first)).isTrue();
  }

  @ConcurrentTest
  void forgetsWhatItRemembered() {
    slot.ready();
    slot.forget();
    assertThat(slot.claim(first)).isTrue();
    slot.forget();
    assertThat(slot.waits(first)).isTrue();
  }

  @ConcurrentTest
  void unparksThoseWhoWait() throws InterruptedException {
    List<Thread> woken = new CopyOnWriteArrayList<>();
    Runnable waits =
        () -> {
          Thread me = Thread.currentThread();
          slot.claim(me);
          while (slot.waits(me)) {
            LockSupport.park();
          }
          woken.add(me);
        };
    Thread one = Thread.ofPlatform().start(waits);
    Thread two = Thread.ofPlatform().start(waits);
    Threads.untilParked(one);
    Threads.untilParked(two);
    slot.ready();
    one.join();
    two.join();
    assertThat(woken).containsExactlyInAnyOrder(one, two);
  }
}
