package org.greenagent.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;
import static org.greenagent.greenlet.Tests.reported;
import static org.greenagent.greenlet.Tests.until;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AsyncResultTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final IllegalStateException failure = new IllegalStateException("on purpose");

  @ConcurrentTest
  void lateLink() throws Exception {
    reported(() ->
        green(() -> {
          Greenlet<Integer> good = Greenlet.spawn(() -> 100);
          Greenlet<Integer> bad =
              Greenlet.spawn(
                  (Callable<Integer>)
                      () -> {
                        throw failure;
                      });
          AsyncResult<Integer> early = new AsyncResult<>();
          good.link(early);
          good.join();
          bad.join();
          assertThat(early.get()).isEqualTo(100);
          for (int i = 0; i < 3; i++) {
            AsyncResult<Integer> value = new AsyncResult<>();
            good.link(value);
            assertThat(value.get()).isEqualTo(100);
            AsyncResult<Integer> error = new AsyncResult<>();
            bad.link(error);
            assertThatThrownBy(error::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
          }
        }));
  }

  @ConcurrentTest
  void takesOverAKill() throws Exception {
    green(() -> {
      Greenlet<Integer> greenlet = new Greenlet<>(() -> 1);
      AsyncResult<Integer> result = new AsyncResult<>();
      greenlet.link(result);
      greenlet.kill();
      assertThatThrownBy(result::get).isInstanceOf(CancellationException.class);
      assertThat(result.successful()).isTrue();
      assertThat(result.exit()).isSameAs(greenlet.exit());
      assertThatThrownBy(result.toCompletableFuture()::get)
          .isInstanceOf(CancellationException.class);
    });
  }

  @ConcurrentTest
  void crossThreadUseSetInBackground() throws Exception {
    green(() -> {
      for (int i = 0; i < 50; i++) {
        int value = i;
        AsyncResult<Integer> result = new AsyncResult<>();
        platform(() -> result.set(value));
        assertThat(result.get()).isEqualTo(i);
      }
    });
    AsyncResult<Integer> result = new AsyncResult<>();
    Greenlet.spawnRaw(() -> result.set(1));
    assertThat(result.get()).isEqualTo(1);
  }

  @ConcurrentTest
  void setAgain() throws Exception {
    AsyncResult<String> result = new AsyncResult<>();
    assertThatThrownBy(() -> result.get(0, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    assertThat(result.join(Duration.ofNanos(1))).isFalse();
    assertThat(result.cancel(true)).isFalse();
    assertThat(result).hasToString("AsyncResult[not set]");
    assertThat(result.set("first")).isTrue();
    assertThat(result.trySet("never")).isFalse();
    assertThat(result.trySetException(failure)).isFalse();
    assertThat(result.get()).isEqualTo("first");
    assertThat(result).hasToString("AsyncResult[first]");
    assertThat(result.set("second")).isFalse();
    assertThat(result.get()).isEqualTo("second");
    assertThat(result.setException(failure)).isFalse();
    assertThat(result.join(LONG)).isTrue();
    assertThat(result.value()).isEqualTo("second");
    assertThat(result.set(null)).isFalse();
    assertThat(result.get()).isNull();
    assertThat(result.successful()).isTrue();
  }

  @Test
  void aValueTakesThePlaceOfAFailure() throws Exception {
    AsyncResult<String> result = new AsyncResult<>();
    AtomicInteger told = new AtomicInteger();
    result.rawLink(_ -> told.incrementAndGet());
    assertThat(result.trySetException(new IllegalStateException("another"))).isTrue();
    assertThat(result.setException(failure)).isFalse();
    assertThat(result.exception()).isSameAs(failure);
    assertThat(result.set("value")).isFalse();
    assertThat(result.get()).isEqualTo("value");
    assertThat(result.exception()).isNull();
    assertThat(new AsyncResult<String>().trySet("value")).isTrue();
    until(() -> told.get() > 0);
    assertThat(told.get()).isOne();
  }

  @ConcurrentTest
  void goesToAndComesFromCompletableFutures() throws Exception {
    CompletableFuture<Integer> good = new CompletableFuture<>();
    CompletableFuture<Integer> bad = new CompletableFuture<>();
    AsyncResult<Integer> fromGood = AsyncResult.of(good);
    AsyncResult<Integer> fromBad = AsyncResult.of(bad.thenApply(value -> value + 1));
    CompletableFuture<Integer> andBack = fromGood.toCompletableFuture();
    good.complete(5);
    bad.completeExceptionally(failure);
    green(() -> {
      assertThat(fromGood.get()).isEqualTo(5);
      assertThat(andBack.get()).isEqualTo(5);
      fromBad.join();
      assertThat(fromBad.exception()).isSameAs(failure);
      assertThatThrownBy(() -> fromBad.toCompletableFuture().get()).cause().isSameAs(failure);
      Greenlets.yieldNow();
    });
  }
}
