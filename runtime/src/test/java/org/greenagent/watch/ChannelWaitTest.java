package org.greenagent.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChannelWaitTest {
  private static final Duration SHORT = Duration.ofMillis(2);

  private Pipe pipe;

  @BeforeEach
  void opens() throws Exception {
    pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    pipe.sink().configureBlocking(false);
  }

  @AfterEach
  void closes() throws Exception {
    pipe.source().close();
    pipe.sink().close();
  }

  @Test
  void waitsUntilAReadWouldNot() throws Exception {
    green(() -> {
      assertThat(ChannelWait.readable(pipe.source(), Duration.ZERO)).isFalse();
      assertThat(ChannelWait.readable(pipe.source(), SHORT)).isFalse();
      Greenlet<Boolean> waits = Greenlet.spawn(() -> ChannelWait.readable(pipe.source(), null));
      Greenlets.yieldNow();
      pipe.sink().write(ByteBuffer.allocate(1));
      assertThat(waits.get()).isTrue();
      assertThat(ChannelWait.writable(pipe.sink(), SHORT)).isTrue();
      assertThat(ChannelWait.await(pipe.source(), SelectionKey.OP_READ, SHORT))
          .isEqualTo(SelectionKey.OP_READ);
      pipe.source().configureBlocking(true); // nothing is left of the waits
    });
  }

  @Test
  void aFullPipeIsNotWritable() throws Exception {
    while (pipe.sink().write(ByteBuffer.allocate(1 << 16)) > 0) {}
    assertThat(ChannelWait.writable(pipe.sink(), SHORT)).isFalse();
  }

  @Test
  void aKillEndsIt() throws Exception {
    Greenlet<Boolean> waits = Greenlet.spawn(() -> ChannelWait.readable(pipe.source(), null));
    Greenlets.sleep(SHORT);
    GreenletExit exit = new GreenletExit();
    waits.kill(exit);
    assertThat(waits.exit()).isSameAs(exit);
    assertThat(pipe.source().isOpen()).isTrue();
    assertThat(
            org.greenagent.greenlet.Timeout.run(
                SHORT, () -> ChannelWait.readable(pipe.source(), null)))
        .isFalse();
  }

  @Test
  void refusesWhatCannotBeWaitedFor() throws Exception {
    pipe.source().configureBlocking(true);
    assertThatThrownBy(() -> ChannelWait.readable(pipe.source(), null))
        .isInstanceOf(IllegalBlockingModeException.class);
    pipe.sink().close();
    assertThatThrownBy(() -> ChannelWait.writable(pipe.sink(), null))
        .isInstanceOf(ClosedChannelException.class);
  }
}
