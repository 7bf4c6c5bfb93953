package org.greenagent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is called before what within a pass: libev's order. */
@Timeout(30)
class LoopOrderTest {
  private final Loop loop = new Loop();
  private final List<String> log = new ArrayList<>();
  private Pipe pipe;

  @AfterEach
  void close() throws IOException {
    loop.close();
    if (pipe != null) {
      pipe.source().close();
      pipe.sink().close();
    }
  }

  private void start(Watcher watcher, String name) {
    watcher.start(() -> log.add(name));
  }

  private void start(Watcher watcher, int priority, String name) {
    watcher.priority(priority);
    start(watcher, name);
  }

  /** A channel that has something to read. */
  private Pipe.SourceChannel readable() throws IOException {
    pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    pipe.sink().write(ByteBuffer.allocate(1));
    return pipe.source();
  }

  @Test
  void oneIterationIsInLibevsOrder() throws Exception {
    start(loop.io(readable(), SelectionKey.OP_READ), "io");
    start(loop.timer(Duration.ZERO), "first timer");
    start(loop.timer(Duration.ZERO), "second timer");
    start(loop.check(), "check");
    start(loop.prepare(), "prepare");
    loop.runCallback(() -> log.add("callback"));
    loop.runCallbackThreadsafe(() -> log.add("callback of the next pass"));
    start(loop.idle(), "idle");
    loop.runNoWait();
    assertThat(log)
        .containsExactly("prepare", "callback", "check", "first timer", "second timer", "io");
    log.clear();
    loop.runNoWait();
    assertThat(log).containsExactly("prepare", "callback of the next pass", "check", "io");
  }

  @Test
  void higherPrioritiesComeFirst() throws Exception {
    start(loop.check(), -2, "check -2");
    start(loop.timer(Duration.ZERO), -1, "timer -1");
    start(loop.io(readable(), SelectionKey.OP_READ), 2, "io 2");
    start(loop.check(), 1, "check 1");
    start(loop.timer(Duration.ZERO), 0, "timer 0");
    loop.runNoWait();
    assertThat(log).containsExactly("io 2", "check 1", "timer 0", "timer -1", "check -2");
  }

  @Test
  void withinAPriorityTheLatestIsFirst() throws Exception {
    start(loop.check(), "1");
    start(loop.check(), "2");
    start(loop.check(), "3");
    loop.runNoWait();
    assertThat(log).containsExactly("3", "2", "1");
  }

  @Test
  void timersComeByDeadlineAndThenAsTheyWereStarted() throws Exception {
    for (int name : new int[] {5, 1, 3}) {
      start(loop.timer(Duration.ofNanos(name)), name + "a");
      start(loop.timer(Duration.ofNanos(name)), name + "b");
    }
    while (loop.runNoWait()) {}
    // each start reads the clock: the order is that of the deadlines
    assertThat(log).hasSize(6);
    assertThat(log.indexOf("1a")).isLessThan(log.indexOf("1b"));
    assertThat(log.indexOf("3a")).isLessThan(log.indexOf("3b"));
    assertThat(log.indexOf("5a")).isLessThan(log.indexOf("5b"));
  }

  @Test
  void idleHasItsTurnWhenNothingOfItsPriorityHas() throws Exception {
    start(loop.idle(), 1, "idle 1");
    start(loop.idle(), 0, "idle 0");
    start(loop.idle(), -1, "idle -1");
    TimerWatcher timer = loop.timer(Duration.ZERO);
    start(timer, 0, "timer 0");
    loop.runNoWait();
    assertThat(log).containsExactly("idle 1", "timer 0");
    log.clear();
    loop.runNoWait();
    assertThat(log).containsExactly("idle 1");
  }

  @Test
  void idleWaitsForHigherPriorities() throws Exception {
    start(loop.idle(), -1, "idle");
    start(loop.timer(Duration.ZERO), 0, "timer");
    loop.runNoWait();
    assertThat(log).containsExactly("timer");
    loop.runNoWait();
    assertThat(log).containsExactly("timer", "idle");
  }

  @Test
  void callbacksComeInOrderAndThoseThatTheyAddInTheSamePass() throws Exception {
    loop.runCallback(() -> {
      log.add("1");
      loop.runCallback(() -> log.add("3"));
    });
    loop.runCallback(() -> log.add("2"));
    start(loop.check(), "check");
    loop.runNoWait();
    assertThat(log).containsExactly("1", "2", "3", "check");
  }

  @Test
  void callbacksThatTakeLongLetTheOthersHaveTheirTurn() throws Exception {
    IoWatcher io = loop.io(readable(), SelectionKey.OP_READ);
    io.start(() -> {
      log.add("io");
      loop.stop();
    });
    Runnable[] again = new Runnable[1];
    again[0] = () -> loop.runCallback(again[0]);
    again[0].run();
    loop.run();
    assertThat(log).containsExactly("io");
  }

  @Test
  void whatAThreadAsksForComesFirst() throws Exception {
    AsyncWatcher async = loop.async();
    start(async, 2, "async");
    start(loop.check(), 1, "check");
    async.send();
    loop.runNoWait();
    assertThat(log).containsExactly("async", "check");
  }

  @Test
  void aWatcherStoppedMeanwhileIsNotCalled() throws Exception {
    Watcher first = loop.check();
    start(first, -1, "stopped");
    loop.check()
        .start(() -> {
          log.add("stops");
          assertThat(first.pending()).isTrue();
          first.stop();
          assertThat(first.pending()).isFalse();
        });
    loop.runNoWait();
    assertThat(log).containsExactly("stops");
  }
}
