package org.greenagent.loop.epoll;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.greenagent.ConcurrentTest;
import org.greenagent.loop.ReadyBatch;
import org.greenagent.util.Nanos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class EpollPollTest {
  private static final int EPERM = 1;
  private static final int EBADF = 9;

  private final ReadyBatch ready = new ReadyBatch();
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(8);
  private EpollPoll poll;
  private FileDescriptor in;
  private FileDescriptor out;

  @BeforeEach
  void open() throws IOException {
    poll = EpollPoll.open();
    FileDescriptor[] pipe = FileDescriptor.pipe();
    in = pipe[0];
    out = pipe[1];
  }

  @AfterEach
  void close() throws IOException {
    poll.close();
    if (in.isOpen()) {
      in.close();
    }
    if (out.isOpen()) {
      out.close();
    }
  }

  @ConcurrentTest
  void findsNothingInAnEmptySet() throws IOException {
    poll.poll(ready, 0);
    assertThat(ready.size()).isZero();
  }

  @ConcurrentTest
  void reportsEachChangeOnceAndInItsDirection() throws IOException {
    assertThat(poll.add(in.intValue())).isZero();
    poll.poll(ready, 0);
    assertThat(ready.size()).isZero();
    out.write(bytes, 0, 1);
    poll.poll(ready, Nanos.FOREVER);
    assertThat(ready.size()).isEqualTo(1);
    assertThat(ready.fd(0)).isEqualTo(in.intValue());
    assertThat(ready.input(0)).isTrue();
    assertThat(ready.output(0)).isFalse();
    poll.poll(ready, 0);
    assertThat(ready.size()).isZero();
    out.write(bytes, 0, 1);
    poll.poll(ready, 0);
    assertThat(ready.size()).isEqualTo(1);
  }

  @ConcurrentTest
  void reportsWhatWasReadyBefore() throws IOException {
    poll.add(out.intValue());
    poll.poll(ready, Nanos.FOREVER);
    assertThat(ready.size()).isEqualTo(1);
    assertThat(ready.output(0)).isTrue();
    assertThat(ready.input(0)).isFalse();
  }

  @ConcurrentTest
  void reportsAHangUpInBothDirections() throws IOException {
    poll.add(in.intValue());
    out.close();
    poll.poll(ready, Nanos.FOREVER);
    assertThat(ready.input(0)).isTrue();
    assertThat(ready.output(0)).isTrue();
  }

  @ConcurrentTest
  void reportsAgainWhatIsAddedAgain() throws IOException {
    poll.add(out.intValue());
    poll.poll(ready, Nanos.FOREVER);
    assertThat(poll.add(out.intValue())).isZero();
    poll.poll(ready, 0);
    assertThat(ready.size()).isEqualTo(1);
  }

  @ConcurrentTest
  void reportsNothingOfWhatWasRemoved() throws IOException {
    poll.add(in.intValue());
    poll.remove(in.intValue());
    poll.remove(in.intValue());
    out.write(bytes, 0, 1);
    poll.poll(ready, 0);
    assertThat(ready.size()).isZero();
  }

  @ConcurrentTest
  void returnsTheErrorOfWhatItCannotAdd(@TempDir Path folder) throws IOException {
    assertThat(poll.add(1_000_000)).isEqualTo(EBADF);
    // opened for writing, and emptied
    FileDescriptor file = FileDescriptor.from(folder.resolve("file").toFile());
    assertThat(poll.add(file.intValue())).isEqualTo(EPERM);
    file.close();
  }

  @ConcurrentTest
  void isWokenAgainAndAgain() throws IOException {
    for (int i = 0; i < 3; i++) {
      poll.wake();
      poll.poll(ready, Nanos.FOREVER);
      assertThat(ready.size()).isZero();
    }
  }

  @ConcurrentTest
  void isWokenByAnotherThread() throws Exception {
    Thread waker = Thread.ofPlatform().start(poll::wake);
    poll.poll(ready, Nanos.FOREVER);
    waker.join();
  }

  @ConcurrentTest
  void comesBackInTime() throws IOException {
    for (long nanos : new long[] {1, 300_000, 1_500_000, 20_000_000}) {
      long end = System.nanoTime() + nanos;
      while (System.nanoTime() - end < 0) {
        poll.poll(ready, Math.max(1, end - System.nanoTime()));
      }
      assertThat(ready.size()).isZero();
    }
  }

  @ConcurrentTest
  void waitsLongerThanAnIntegerOfSeconds() throws IOException {
    poll.wake();
    poll.poll(ready, Nanos.FOREVER - 1);
    assertThat(ready.size()).isZero();
  }
}
