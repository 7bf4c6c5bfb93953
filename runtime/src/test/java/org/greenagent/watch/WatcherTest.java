package org.greenagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WatcherTest {
  private static final Duration SOON = Duration.ofNanos(1);
  private static final Duration NEVER = Duration.ofDays(1_000_000);

  private final Loop loop = new Loop();
  private final List<Object> log = new ArrayList<>();

  @AfterEach
  void close() {
    loop.close();
  }

  private Runnable logs(Object entry) {
    return () -> log.add(entry);
  }

  @Test
  void aLoopWithNothingToDoReturns() throws Exception {
    assertThat(loop.run()).isFalse();
    assertThat(loop.iteration()).isZero();
  }

  @Test
  void aTimerFiresOnceAndNeverEarly() throws Exception {
    TimerWatcher timer = loop.timer(Duration.ofMillis(2));
    timer.start(() -> log.add(loop.nowNanos()));
    long start = loop.nowNanos();
    assertThat(timer.active()).isTrue();
    assertThat(loop.activeCount()).isOne();
    assertThat(loop.run()).isFalse();
    assertThat(timer.active()).isFalse();
    assertThat(log).hasSize(1);
    assertThat((long) log.getFirst() - start).isGreaterThan(2_000_000);
  }

  @Test
  void aRepeatedTimerFiresUntilItIsStopped() throws Exception {
    TimerWatcher timer = loop.timer(SOON, SOON);
    timer.start(() -> {
      log.add(log.size());
      if (log.size() == 3) {
        timer.stop();
      }
    });
    loop.run();
    assertThat(log).containsExactly(0, 1, 2);
  }

  @Test
  void againBeginsItsTimeAnew() throws Exception {
    TimerWatcher timer = loop.timer(NEVER, SOON);
    timer.start(logs("not called"));
    timer.again(() -> {
      log.add("again");
      timer.stop();
    });
    loop.run();
    assertThat(log).containsExactly("again");
    TimerWatcher once = loop.timer(NEVER);
    once.start(logs("stopped"));
    once.again(logs("stopped"));
    assertThat(once.active()).isFalse();
    assertThat(loop.run()).isFalse();
  }

  @Test
  void refusesWhatMakesNoSense() throws Exception {
    assertThatThrownBy(() -> loop.timer(SOON, Duration.ofNanos(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("repeat must be positive or zero");
    assertThatThrownBy(() -> loop.idle().start(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> loop.runCallback(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> loop.idle().priority(3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> loop.signal("NONE")).isInstanceOf(IllegalArgumentException.class);
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
      assertThatThrownBy(() -> loop.io(server, SelectionKey.OP_READ))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> loop.io(server, 0)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aChannelIsToldAsLongAsItIsReady() throws Exception {
    Pipe pipe = Pipe.open();
    try (var in = pipe.source();
        var out = pipe.sink()) {
      in.configureBlocking(false);
      out.write(ByteBuffer.allocate(2));
      IoWatcher io = loop.io(in, SelectionKey.OP_READ);
      io.start(() -> {
        assertThat(io.events()).isEqualTo(SelectionKey.OP_READ);
        log.add(read(in));
        if (log.size() == 2) {
          io.stop();
        }
      });
      loop.run();
      assertThat(log).containsExactly(1, 1);
      out.write(ByteBuffer.allocate(1));
      io.start(() -> {
        log.add("again");
        io.stop();
      });
      loop.run();
      assertThat(log).containsExactly(1, 1, "again");
    }
  }

  @Test
  void manyWatchersMayShareAChannel() throws Exception {
    Pipe pipe = Pipe.open();
    try (var in = pipe.source();
        var out = pipe.sink()) {
      in.configureBlocking(false);
      out.write(ByteBuffer.allocate(1));
      IoWatcher first = loop.io(in, SelectionKey.OP_READ);
      IoWatcher second = loop.io(in, SelectionKey.OP_READ);
      first.start(logs("first"));
      second.start(logs("second"));
      loop.runOnce();
      second.stop();
      loop.runOnce();
      assertThat(log).containsExactly("second", "first", "first");
    }
  }

  private static int read(Pipe.SourceChannel in) {
    try {
      return in.read(ByteBuffer.allocate(1));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void asyncCoalesces() throws Exception {
    AsyncWatcher async = loop.async();
    async.send();
    async.start(logs("before the start"));
    loop.runNoWait();
    assertThat(log).isEmpty();
    async.start(logs("sent"));
    async.send();
    async.send();
    loop.runOnce();
    assertThat(log).containsExactly("sent");
    async.stop();
    async.send();
    loop.runNoWait();
    assertThat(log).containsExactly("sent");
  }

  @Test
  void aChildIsToldWithItsStatus() throws Exception {
    Process process = new ProcessBuilder("sh", "-c", "exit 3").start();
    ChildWatcher child = loop.child(process);
    child.start(() -> log.add(child.status()));
    assertThat(loop.run()).isFalse();
    assertThat(log).containsExactly(3);
    assertThat(child.process()).isSameAs(process);
  }

  @Test
  void aSignalIsTold() throws Exception {
    SignalWatcher signal = loop.signal("WINCH");
    signal.start(() -> {
      log.add(signal.signal());
      signal.stop();
    });
    String pid = Long.toString(ProcessHandle.current().pid());
    new ProcessBuilder("sh", "-c", "kill -s WINCH " + pid).start().waitFor();
    loop.run();
    assertThat(log).containsExactly("WINCH");
  }

  @Test
  void aSignalThatTheJvmKeepsIsRefused() {
    SignalWatcher signal = loop.signal("SEGV");
    assertThatThrownBy(() -> signal.start(logs("told")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(signal.active()).isFalse();
  }

  @Test
  void aFileIsToldWhenItComesAndChanges(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("file");
    StatWatcher stat = loop.stat(file, Duration.ofNanos(1));
    stat.start(() -> {
      log.add(stat.previous() == null ? "came" : stat.previous().size());
      log.add(stat.attributes().size());
      if (log.size() == 2) {
        write(file, "longer");
      } else {
        stat.stop();
      }
    });
    assertThat(stat.attributes()).isNull();
    write(file, "text");
    loop.run();
    assertThat(log).containsExactly("came", 4L, 4L, 6L);
    assertThat(stat.path()).isEqualTo(file);
  }

  private static void write(Path file, String text) {
    try {
      // in one step: a file is seen empty or whole
      Path whole = Files.writeString(file.resolveSibling("whole"), text);
      Files.move(whole, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatIsNotReferencedDoesNotKeepTheLoopGoing() throws Exception {
    TimerWatcher timer = loop.timer(NEVER);
    timer.ref(false);
    timer.start(logs("never"));
    assertThat(loop.run()).isFalse();
    assertThat(timer.active()).isTrue();
    timer.ref(true);
    assertThat(loop.activeCount()).isOne();
    timer.ref(false);
    assertThat(loop.activeCount()).isZero();
    loop.ref();
    assertThat(loop.runNoWait()).isTrue();
    loop.unref();
    assertThat(loop.runNoWait()).isFalse();
  }

  @Test
  void thePriorityOfAnActiveWatcherStays() {
    Watcher watcher = loop.check();
    watcher.priority(-1);
    watcher.start(logs("check"));
    assertThatThrownBy(() -> watcher.priority(1)).isInstanceOf(IllegalStateException.class);
    assertThat(watcher.priority()).isEqualTo(-1);
  }

  @Test
  void aCallbackIsPendingUntilItHasRun() throws Exception {
    Callback[] callback = new Callback[1];
    callback[0] = loop.runCallback(() -> log.add(callback[0].pending()));
    assertThat(callback[0].pending()).isTrue();
    assertThat(loop.debug()).containsExactly("callback");
    loop.run();
    assertThat(log).containsExactly(true);
    assertThat(callback[0].pending()).isFalse();
    Callback stopped = loop.runCallback(logs("stopped"));
    stopped.stop();
    assertThat(stopped.pending()).isFalse();
    assertThat(loop.run()).isFalse();
    assertThat(log).containsExactly(true);
  }

  @Test
  void theTimeStandsStillWithinAPass() throws Exception {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      loop.check().start(() -> times.add(loop.nowNanos()));
    }
    loop.runNoWait();
    assertThat(times.get(0)).isEqualTo(times.get(1));
    long before = loop.nowNanos();
    loop.updateNow();
    assertThat(loop.nowNanos()).isGreaterThanOrEqualTo(before);
  }

  @Test
  void whatACallbackThrowsIsToldAndTheLoopGoesOn() throws Exception {
    IllegalStateException thrown = new IllegalStateException("on purpose");
    loop.onError((context, error) -> log.addAll(List.of(context, error)));
    Watcher fails = loop.timer(SOON);
    fails.start(() -> {
      throw thrown;
    });
    TimerWatcher later = loop.timer(Duration.ofMillis(1));
    later.start(logs("later"));
    loop.run();
    assertThat(log).containsExactly(fails, thrown, "later");
  }

  @Test
  void aBrokenErrorHandlerDoesNotStopTheLoop() throws Exception {
    AtomicReference<Throwable> second = new AtomicReference<>();
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> second.set(thrown));
    try {
      loop.onError((context, error) -> {
        throw new IllegalStateException("handler");
      });
      loop.runCallback(() -> {
        throw new IllegalStateException("callback");
      });
      loop.runCallback(logs("later"));
      loop.run();
    } finally {
      Thread.currentThread().setUncaughtExceptionHandler(null);
    }
    assertThat(log).containsExactly("later");
    assertThat(second.get()).hasMessage("handler");
  }

  @Test
  void stopEndsTheRun() throws Exception {
    loop.timer(NEVER).start(logs("never"));
    loop.runCallback(loop::stop);
    assertThat(loop.run()).isTrue();
  }

  @Test
  void anInterruptEndsTheRun() throws Exception {
    loop.timer(NEVER).start(logs("never"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(loop::run).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    assertThat(loop.runNoWait()).isTrue();
  }

  @Test
  void aLoopCannotRunWithinItself() throws Exception {
    loop.onError((context, error) -> log.add(error.getMessage()));
    loop.runCallback(() -> {
      try {
        loop.run();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    loop.runCallback(loop::close);
    loop.run();
    assertThat(log).containsExactly("the loop runs already", "the loop runs");
  }

  @Test
  void nothingWorksAfterTheClose() {
    Watcher watcher = loop.check();
    Watcher closed = loop.check();
    closed.start(logs("check"));
    assertThat(loop.debug()).containsExactly("check PhaseWatcher active");
    closed.close();
    closed.close();
    assertThat(closed.active()).isFalse();
    assertThatThrownBy(() -> closed.start(logs("check"))).isInstanceOf(IllegalStateException.class);
    loop.close();
    loop.close();
    assertThatThrownBy(() -> watcher.start(logs("check")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(loop::run).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(loop::idle).isInstanceOf(IllegalStateException.class);
  }
}
