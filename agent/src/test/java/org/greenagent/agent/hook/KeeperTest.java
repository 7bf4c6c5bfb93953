package org.greenagent.agent.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeeperTest {
  private final OutOfMemoryError none = new OutOfMemoryError("no thread");
  private final List<Thread> begun = new CopyOnWriteArrayList<>();

  private void begin(Thread fresh) {
    begun.add(fresh);
    fresh.start();
  }

  private void refuse(Thread fresh) {
    throw none;
  }

  private static void untilWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(thread.isAlive()).isTrue();
      Thread.onSpinWait();
    }
  }

  private static Thread thread(Runnable body) {
    Thread thread = new Thread(body);
    thread.start();
    return thread;
  }

  @Test
  void aThreadThatCannotBeStartedIsForgotten() throws InterruptedException {
    AtomicReference<Consumer<Thread>> starter = new AtomicReference<>(this::refuse);
    Keeper keeper = new Keeper(fresh -> starter.get().accept(fresh));
    assertThatThrownBy(keeper::started).isSameAs(none);
    starter.set(this::begin);
    keeper.started();
    assertThat(begun).hasSize(1);
    untilWaiting(begun.getFirst());
    keeper.ended();
    begun.getFirst().join();
  }

  @Test
  void aStarterThatFailsDoesNotCount() throws InterruptedException {
    Keeper keeper = new Keeper(this::refuse);
    assertThatThrownBy(keeper::started).isSameAs(none);
    Thread main = thread(keeper::mainEnded);
    main.join();
  }

  @Test
  void mainStaysWhenNobodyElseCan() throws InterruptedException {
    Keeper keeper = new Keeper(this::refuse);
    keeper.mainBegins();
    keeper.started();
    keeper.started();
    AtomicBoolean stillInterrupted = new AtomicBoolean();
    Thread main =
        thread(() -> {
          Thread.currentThread().interrupt();
          keeper.mainEnded();
          stillInterrupted.set(Thread.interrupted());
        });
    untilWaiting(main);
    keeper.started(); // main keeps the JVM alive for this one as well
    keeper.ended();
    keeper.ended();
    assertThat(main.isAlive()).isTrue();
    keeper.ended();
    main.join();
    assertThat(stillInterrupted).isTrue();
  }

  @Test
  void nobodyReliesOnOneThatIsNotStartedYet() throws InterruptedException {
    CountDownLatch starting = new CountDownLatch(1);
    CountDownLatch fail = new CountDownLatch(1);
    AtomicBoolean first = new AtomicBoolean(true);
    Keeper keeper =
        new Keeper(fresh -> {
          if (first.getAndSet(false)) {
            starting.countDown();
            try {
              fail.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            throw none;
          }
          begin(fresh);
        });
    AtomicReference<Throwable> failed = new AtomicReference<>();
    Thread one =
        thread(() -> {
          try {
            keeper.started();
          } catch (OutOfMemoryError e) {
            failed.set(e);
          }
        });
    starting.await();
    Thread other = thread(keeper::started);
    fail.countDown();
    one.join();
    other.join();
    assertThat(failed.get()).isSameAs(none);
    assertThat(begun).hasSize(1);
    keeper.ended();
    begun.getFirst().join();
  }

  @Test
  void isThereWhileThreadsComeAndGo() throws InterruptedException {
    Keeper keeper = new Keeper(this::begin);
    AtomicBoolean missed = new AtomicBoolean();
    Runnable comeAndGo =
        () -> {
          for (int i = 0; i < 200; i++) {
            keeper.started();
            if (begun.stream().noneMatch(Thread::isAlive)) {
              missed.set(true);
            }
            keeper.ended();
          }
        };
    Thread one = thread(comeAndGo);
    Thread other = thread(comeAndGo);
    one.join();
    other.join();
    assertThat(missed).isFalse();
    for (Thread thread : begun) {
      thread.join();
    }
  }
}
