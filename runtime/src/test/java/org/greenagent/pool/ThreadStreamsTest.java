package org.greenagent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;
import static org.greenagent.greenlet.Tests.reported;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.time.Duration;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadStreamsTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  private final ThreadPool threads = new ThreadPool(2);

  @Test
  void greenletsGoOnWhileAThreadReads() throws Exception {
    Pipe pipe = Pipe.open();
    green(() -> {
      InputStream in = ThreadStreams.input(Channels.newInputStream(pipe.source()), threads);
      OutputStream out = ThreadStreams.output(Channels.newOutputStream(pipe.sink()), threads);
      Greenlet<Integer> reader = Greenlet.spawn(() -> in.read());
      Greenlets.yieldNow();
      out.write(7);
      out.flush();
      assertThat(reader.get()).isEqualTo(7);
      out.write(new byte[] {1, 2, 3, 4}, 1, 2);
      out.close();
      assertThat(in.readAllBytes()).containsExactly(2, 3);
      assertThat(in.read()).isEqualTo(-1);
      in.close();
    });
  }

  @Test
  void streamsWhoseThreadsHaveEndedAreClosed() throws Exception {
    OutputStream out = ThreadStreams.output(OutputStream.nullOutputStream(), threads);
    InputStream in = ThreadStreams.input(InputStream.nullInputStream(), threads);
    threads.shutdown();
    assertThatThrownBy(() -> out.write(1)).isInstanceOf(IOException.class);
    assertThatThrownBy(out::close).isInstanceOf(IOException.class);
    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
  }

  @Test
  void aReadThatIsEndedLosesNothing() throws Exception {
    Pipe pipe = Pipe.open();
    green(() -> {
      InputStream in = ThreadStreams.input(Channels.newInputStream(pipe.source()), threads);
      OutputStream out = Channels.newOutputStream(pipe.sink());
      assertThat(org.greenagent.greenlet.Timeout.run(SHORT, () -> in.read())).isFalse();
      assertThat(in.available()).isZero();
      out.write(new byte[] {1, 2});
      assertThat(in.read()).isEqualTo(1);
      assertThat(in.available()).isEqualTo(1);
      assertThat(in.read()).isEqualTo(2);
      out.close();
    });
  }

  @Test
  void anInterruptIsSetAgain() throws Exception {
    Pipe pipe = Pipe.open();
    green(() -> {
      InputStream in = ThreadStreams.input(Channels.newInputStream(pipe.source()), threads);
      Thread.currentThread().interrupt();
      assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.interrupted()).isTrue();
      pipe.sink().close();
      assertThat(in.read()).isEqualTo(-1);
    });
  }

  @Test
  void aFailureIsThrownAndNotReported() throws Exception {
    IOException failure = new IOException("on purpose");
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw failure;
          }

          @Override
          public int read(byte[] target, int offset, int length) throws IOException {
            throw failure;
          }
        };
    assertThat(
            reported(() -> {
              InputStream in = ThreadStreams.input(failing, threads);
              assertThatThrownBy(in::read).isSameAs(failure);
              assertThatThrownBy(in::read).isSameAs(failure);
            }))
        .isEmpty();
  }

  @Test
  void oneSharedPool() throws Exception {
    assertThat(ThreadPool.shared()).isSameAs(ThreadPool.shared());
    assertThat(ThreadPool.shared().maxThreads()).isEqualTo(10);
    assertThat(ThreadPool.shared().apply(() -> Thread.currentThread().isVirtual())).isFalse();
  }
}
