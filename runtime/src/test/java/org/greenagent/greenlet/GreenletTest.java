package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.reported;
import static org.greenagent.greenlet.Tests.until;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
@SuppressWarnings("FutureReturnValueIgnored")
class GreenletTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private static void isFresh(Greenlet<?> greenlet) {
    assertThat(greenlet.ready()).isFalse();
    assertThat(greenlet.successful()).isFalse();
    assertThat(greenlet.value()).isNull();
    assertThat(greenlet.exception()).isNull();
  }

  @ConcurrentTest
  void simpleExit() throws Exception {
    green(() -> {
      Greenlet<Integer> greenlet = new Greenlet<>(() -> 5);
      isFresh(greenlet);
      assertThat(greenlet.started()).isFalse();
      greenlet.start();
      isFresh(greenlet);
      assertThat(greenlet.started()).isTrue();
      greenlet.start();
      greenlet.join();
      assertThat(greenlet.ready()).isTrue();
      assertThat(greenlet.started()).isFalse();
      assertThat(greenlet.successful()).isTrue();
      assertThat(greenlet.value()).isEqualTo(5);
      assertThat(greenlet.exception()).isNull();
      assertThat(greenlet.get()).isEqualTo(5);
      assertThat(greenlet.resultNow()).isEqualTo(5);
    });
  }

  /** An exception with something of its own. */
  private static final class MyError extends Exception {
    private static final long serialVersionUID = 1;
    final int myattr = 5;
  }

  @ConcurrentTest
  void errorExit() throws Exception {
    MyError error = new MyError();
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              Greenlet<Integer> greenlet =
                  Greenlet.spawn(
                      (Callable<Integer>)
                          () -> {
                            throw error;
                          });
              greenlet.join();
              assertThat(greenlet.successful()).isFalse();
              assertThat(greenlet.value()).isNull();
              assertThat(greenlet.exception()).isSameAs(error);
              assertThat(((MyError) greenlet.exception()).myattr).isEqualTo(5);
              assertThatThrownBy(greenlet::get)
                  .isInstanceOf(ExecutionException.class)
                  .cause()
                  .isSameAs(error);
            }));
    assertThat(reported).containsExactly(error);
  }

  @ConcurrentTest
  void spawnIsNotCancelled() throws Exception {
    AtomicReference<Greenlet<?>> child = new AtomicReference<>();
    List<String> ran = new ArrayList<>();
    green(() -> {
      Greenlet.spawn(() ->
              child.set(
                  Greenlet.spawn(() -> {
                    ran.add("child");
                  })))
          .join();
      child.get().join();
    });
    assertThat(ran).containsExactly("child");
  }

  @ConcurrentTest
  void listenersFail() throws Exception {
    List<Integer> log = new ArrayList<>();
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              Greenlet<Void> greenlet = Greenlet.spawn(() -> {});
              greenlet.rawLink(ended -> {
                log.add(10);
                throw new IllegalStateException("a");
              });
              greenlet.rawLink(ended -> {
                log.add(20);
                throw new IllegalStateException("b");
              });
              greenlet.rawLink(ended -> {
                throw new IllegalStateException("c");
              });
              greenlet.join();
              Greenlets.yieldNow();
            }));
    assertThat(log).containsExactly(10, 20);
    assertThat(reported).extracting(Throwable::getMessage).containsExactly("a", "b", "c");
  }

  @ConcurrentTest
  void unlinkWhileNotifying() throws Exception {
    List<Integer> log = new ArrayList<>();
    Link[] links = new Link[2];
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              Greenlet<Void> greenlet = Greenlet.spawn(() -> {});
              for (int i = 0; i < 2; i++) {
                int other = 1 - i;
                links[i] =
                    greenlet.rawLink(ended -> {
                      links[other].unlink();
                      log.add(5);
                      throw new IllegalStateException("on purpose");
                    });
              }
              assertThat(greenlet.hasLinks()).isTrue();
              greenlet.join();
              Greenlets.yieldNow();
              Greenlets.yieldNow();
            }));
    assertThat(log).containsExactly(5);
    assertThat(reported).hasSize(1);
  }

  @ConcurrentTest
  void unlinked() throws Exception {
    List<String> log = new ArrayList<>();
    green(() -> {
      Greenlet<Void> greenlet = Greenlet.spawn(() -> {});
      Link first = greenlet.link(ended -> log.add("first"));
      greenlet.link(ended -> log.add("second"));
      first.unlink();
      greenlet.join();
      Greenlets.yieldNow();
      Greenlets.yieldNow();
    });
    assertThat(log).containsExactly("second");
  }

  @ConcurrentTest
  void linkValueAndLinkException() throws Exception {
    List<String> log = new ArrayList<>();
    reported(() ->
        green(() -> {
          Greenlet<Integer> good = Greenlet.spawn(() -> 1);
          Greenlet<Integer> bad =
              Greenlet.spawn(
                  (Callable<Integer>)
                      () -> {
                        throw new MyError();
                      });
          good.linkValue(ended -> log.add("good value"));
          good.linkException(ended -> log.add("good exception"));
          bad.linkValue(ended -> log.add("bad value"));
          bad.linkException(ended -> log.add("bad exception"));
          Greenlets.joinAll(List.of(good, bad));
          Greenlets.yieldNow();
          Greenlets.yieldNow();
        }));
    assertThat(log).containsExactly("good value", "bad exception");
  }

  @ConcurrentTest
  void spawnCallbacks() throws Exception {
    int[] count = new int[1];
    Consumer<Greenlet<?>> callback = started -> count[0]++;
    green(() -> {
      Greenlets.addSpawnCallback(callback);
      try {
        Greenlet.spawn(() -> {});
        assertThat(count[0]).isEqualTo(1);
        Greenlet<Void> second = new Greenlet<>(() -> null);
        second.start();
        second.start();
        assertThat(count[0]).isEqualTo(2);
        Greenlet.spawnLater(LONG, () -> {}).kill();
        assertThat(count[0]).isEqualTo(3);
      } finally {
        Greenlets.removeSpawnCallback(callback);
      }
      Greenlet.spawn(() -> {}).join();
      assertThat(count[0]).isEqualTo(3);
    });
  }

  @ConcurrentTest
  void treeLocals() throws Exception {
    Greenlet<Greenlet<Void>> first =
        Greenlet.spawn(() -> {
          Greenlet<Void> grandchild =
              Greenlet.spawn(() -> {
                Greenlet.current().spawnTreeLocals().put("key", "first");
              });
          grandchild.join();
          return grandchild;
        });
    Greenlet<Void> second = Greenlet.spawn(() -> {});
    Greenlet<Void> grandchild = first.get();
    second.join();
    assertThat(first.spawnTreeLocals()).isSameAs(grandchild.spawnTreeLocals());
    assertThat(first.spawnTreeLocals()).containsEntry("key", "first");
    assertThat(second.spawnTreeLocals()).isEmpty();
    assertThat(grandchild.spawningGreenlet()).isSameAs(first);
    assertThat(second.spawningGreenlet()).isNull();
  }

  @ConcurrentTest
  void spawningStack() throws InterruptedException {
    Greenlet<Void> without = Greenlet.spawn(() -> {});
    Greenlets.trackStacks(true);
    try {
      Greenlet<Void> with = Greenlet.spawn(() -> {});
      assertThat(with.spawningStack()).hasSizeBetween(1, 10);
    } finally {
      Greenlets.trackStacks(false);
    }
    assertThat(without.spawningStack()).isEmpty();
  }

  @ConcurrentTest
  void getTimesOut() throws Exception {
    Greenlet<Void> sleeper = Greenlet.spawn(() -> Greenlets.sleep(LONG));
    assertThatThrownBy(() -> sleeper.get(0, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> sleeper.get(1, TimeUnit.MICROSECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(sleeper.join(Duration.ofNanos(1))).isFalse();
    sleeper.kill();
    assertThatThrownBy(sleeper::get).isInstanceOf(CancellationException.class);
  }

  @ConcurrentTest
  void identsAreSmallAndUsedAgain() throws Exception {
    Greenlet<Void> first = Greenlet.spawn(() -> Greenlets.sleep(LONG));
    Greenlet<Void> second = Greenlet.spawn(() -> Greenlets.sleep(LONG));
    int ident = first.ident();
    assertThat(second.ident()).isEqualTo(ident + 1);
    assertThat(first.name()).isEqualTo("Greenlet-" + ident);
    first.kill();
    Greenlet<Void> third = Greenlet.spawn(() -> Greenlets.sleep(LONG));
    assertThat(third.ident()).isEqualTo(ident);
    third.name("third");
    assertThat(third.name()).isEqualTo("third");
    assertThat(third).hasToString("third");
    Greenlets.killAll(List.of(second, third));
  }

  @ConcurrentTest
  void aSubclassOverridesRun() throws Exception {
    Greenlet<String> greenlet =
        new Greenlet<>() {
          @Override
          protected String run() {
            return "run";
          }
        };
    greenlet.start();
    assertThat(greenlet.get()).isEqualTo("run");
  }

  @ConcurrentTest
  void aThreadThatItStartsIsNotIt() throws Exception {
    AtomicReference<Greenlet<?>> current = new AtomicReference<>();
    Greenlet.spawn(
            () -> {
              Thread child = Thread.startVirtualThread(() -> current.set(Greenlet.current()));
              child.join();
            })
        .get();
    assertThat(current.get()).isNull();
  }

  @ConcurrentTest
  void knowsWhichOneRuns() throws Exception {
    assertThat(Greenlet.current()).isNull();
    AtomicReference<Greenlet<?>> current = new AtomicReference<>();
    Greenlet<Void> greenlet = Greenlet.spawn(() -> current.set(Greenlet.current()));
    greenlet.join();
    assertThat(current.get()).isSameAs(greenlet);
    green(() -> current.set(Greenlet.current()));
    assertThat(current.get()).isNull();
  }

  @ConcurrentTest
  void childrenStayOnTheHubOfTheirParent() throws Exception {
    GreenHub home = GreenHub.current();
    Greenlet<Greenlet<GreenHub>> parent = Greenlet.spawn(() -> Greenlet.spawn(GreenHub::current));
    assertThat(parent.hub()).isSameAs(home);
    assertThat(parent.get().get()).isSameAs(home);
    assertThat(parent.get().hub()).isSameAs(home);
  }

  @ConcurrentTest
  void aRawGreenletReportsWhatItThrows() throws Exception {
    IllegalStateException failure = new IllegalStateException("on purpose");
    List<Throwable> reported =
        reported(() -> {
          Thread raw =
              Greenlet.spawnRaw(() -> {
                throw failure;
              });
          raw.join();
        });
    assertThat(reported).containsExactly(failure);
  }

  @ConcurrentTest
  void spawnLater() throws Exception {
    long start = System.nanoTime();
    Greenlet<Long> late = Greenlet.spawnLater(Duration.ofMillis(1), System::nanoTime);
    assertThat(late.get() - start).isGreaterThanOrEqualTo(1_000_000);
    Greenlet<Void> early = new Greenlet<>(() -> null);
    early.startLater(LONG);
    early.startLater(LONG);
    early.start();
    early.join();
    until(early::ready);
  }

  @Test
  void refusesNothing() {
    assertThatNullPointerException().isThrownBy(() -> Greenlet.spawn((Action) null));
    assertThatNullPointerException().isThrownBy(() -> Greenlet.spawn((Callable<?>) null));
    assertThatNullPointerException().isThrownBy(() -> Greenlet.spawnRaw(null));
    assertThatNullPointerException().isThrownBy(() -> new Greenlet<>((Callable<?>) null));
    assertThatNullPointerException().isThrownBy(() -> new Greenlet<>(() -> 1).link(null));
    assertThatNullPointerException().isThrownBy(() -> new Greenlet<>(() -> 1).killLater(null));
  }
}
