package org.greenagent.greenlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.platform;
import static org.greenagent.greenlet.Tests.reported;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GreenHubTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(1);

  /** An error of the machine; no machine was harmed. */
  private static final class BrokenMachine extends VirtualMachineError {
    private static final long serialVersionUID = 1;
  }

  /** What the main thread of a hub of its own meets in a sleep, when {@code body} was done. */
  private static Throwable inMain(Action body, Duration sleep) throws InterruptedException {
    AtomicReference<Throwable> met = new AtomicReference<>();
    Thread main =
        platform(() -> {
          GreenHub hub = GreenHub.current();
          hub.becomeMain();
          try {
            body.run();
            met.set(catchThrowable(() -> Greenlets.sleep(sleep)));
          } finally {
            hub.forgetMain();
          }
        });
    main.join();
    return met.get();
  }

  @ConcurrentTest
  void systemError() throws Exception {
    BrokenMachine error = new BrokenMachine();
    assertThat(
            inMain(
                () ->
                    Greenlet.spawnRaw(() -> {
                      throw error;
                    }),
                LONG))
        .isSameAs(error);
    assertThat(
            inMain(
                () ->
                    GreenHub.current()
                        .runCallback(() -> {
                          throw error;
                        }),
                LONG))
        .isSameAs(error);
    IllegalStateException plain = new IllegalStateException("on purpose");
    reported(() -> {
      assertThat(
              inMain(
                  () ->
                      Greenlet.spawnRaw(() -> {
                        throw plain;
                      }),
                  SHORT))
          .isNull();
    });
  }

  @ConcurrentTest
  void exceptionInMainLoop() throws Exception {
    IllegalStateException plain = new IllegalStateException("on purpose");
    List<Throwable> reported =
        reported(() ->
            green(() -> {
              GreenHub.current()
                  .runCallback(() -> {
                    throw plain;
                  });
              long start = System.nanoTime();
              Greenlets.sleep(SHORT);
              assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(SHORT.toNanos());
            }));
    assertThat(reported).containsExactly(plain);
  }

  @ConcurrentTest
  void customHandleErrorRaises() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    GreenHub hub = GreenHub.current();
    hub.errorHandler((context, failure) -> {
      throw new IllegalArgumentException("broken handler");
    });
    try {
      Greenlet.spawnRaw(() -> {
        throw new IllegalStateException("on purpose");
      });
      green(() -> Greenlets.yieldNow());
    } finally {
      hub.errorHandler(null);
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("failed with java.lang.IllegalStateException")
        .contains("on purpose")
        .contains("broken handler");
  }

  @ConcurrentTest
  void printsFailuresAtFirst() throws Exception {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Greenlet<Void> failing =
          new Greenlet<>(() -> {
            throw new IllegalStateException("on purpose");
          });
      failing.name("failing");
      failing.start();
      failing.join();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("green: failing failed with java.lang.IllegalStateException")
        .contains("on purpose");
  }

  @ConcurrentTest
  void knowsItsCallbacks() throws Exception {
    AtomicBoolean inside = new AtomicBoolean();
    AtomicReference<GreenHub> current = new AtomicReference<>();
    CountDownLatch end = new CountDownLatch(1);
    GreenHub hub = GreenHub.current();
    hub.runCallback(() -> {
      inside.set(GreenHub.inCallback());
      current.set(GreenHub.current());
      end.countDown();
    });
    end.await();
    assertThat(inside).isTrue();
    assertThat(current.get()).isSameAs(hub);
    assertThat(GreenHub.inCallback()).isFalse();
    green(() -> assertThat(GreenHub.inCallback()).isFalse());
    assertThat(GreenHub.all()).contains(hub);
  }

  @ConcurrentTest
  void executorsOfTheJdkRunOnIt() throws Exception {
    GreenHub hub = GreenHub.current();
    try (ExecutorService executor = Executors.newThreadPerTaskExecutor(hub.threadFactory())) {
      Future<GreenHub> where = executor.submit(GreenHub::current);
      assertThat(where.get()).isSameAs(hub);
    }
    assertThatNullPointerException().isThrownBy(() -> hub.threadFactory().newThread(null));
  }
}
