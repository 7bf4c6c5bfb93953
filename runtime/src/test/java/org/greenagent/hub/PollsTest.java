package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.hub.Threads.greenlet;
import static org.greenagent.hub.Threads.in;
import static org.greenagent.hub.Threads.until;
import static org.greenagent.hub.Threads.untilParked;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.ConcurrentTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class PollsTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final Hubs hubs = open.hubs(2, Threads.NEVER_MOVE);
  private final Hub hub = hubs.next();
  private final Pipe pipe = pipe();

  private static Pipe pipe() {
    try {
      return new Pipe();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @AfterEach
  void closePipe() throws IOException {
    pipe.close();
  }

  private static boolean await(int fd, int event, long nanos) throws IOException {
    return Polls.await(fd, event, nanos, () -> true, Parking.STANDARD);
  }

  /** A greenlet that reads as the JDK does: tries, waits, tries again. */
  private FutureTask<Integer> reader() {
    return new FutureTask<>(() -> {
      int read = pipe.read();
      while (read == 0) {
        assertThat(await(pipe.in(), Polls.INPUT, 0)).isTrue();
        read = pipe.read();
      }
      return read;
    });
  }

  @ConcurrentTest
  void isAvailable() {
    assertThat(Polls.available()).isTrue();
  }

  @ConcurrentTest
  void wakesAReaderWhenThereIsSomethingToRead() throws Exception {
    FutureTask<Integer> read = reader();
    Thread greenlet = greenlet(hub, read);
    untilParked(greenlet);
    pipe.write(3);
    assertThat(read.get()).isEqualTo(3);
  }

  @ConcurrentTest
  void wakesAReaderAgainAndAgain() throws Exception {
    for (int bytes = 1; bytes <= 50; bytes++) {
      FutureTask<Integer> read = reader();
      Thread greenlet = greenlet(hub, read);
      if (bytes % 2 == 0) {
        untilParked(greenlet);
      }
      pipe.write(bytes);
      assertThat(read.get()).isEqualTo(bytes);
    }
  }

  @ConcurrentTest
  void wakesAReaderAtTheEnd() throws Exception {
    FutureTask<Integer> read = reader();
    untilParked(greenlet(hub, read));
    pipe.closeOut();
    assertThat(read.get()).isEqualTo(-1);
  }

  @ConcurrentTest
  void wakesAWriterWhenThereIsRoom() throws Exception {
    while (pipe.write(65536) > 0) {}
    FutureTask<Integer> write =
        new FutureTask<>(() -> {
          int written = pipe.write(1);
          while (written == 0) {
            await(pipe.out(), Polls.OUTPUT, 0);
            written = pipe.write(1);
          }
          return written;
        });
    untilParked(greenlet(hub, write));
    while (pipe.read() > 0) {}
    assertThat(write.get()).isEqualTo(1);
  }

  @ConcurrentTest
  void wakesAReaderOnAnotherHubThanTheOneThatPolls() throws Exception {
    in(hub, () -> await(pipe.in(), Polls.INPUT, 1));
    FutureTask<Integer> read = reader();
    untilParked(greenlet(hubs.next(), read));
    pipe.write(1);
    assertThat(read.get()).isEqualTo(1);
  }

  @ConcurrentTest
  void wakesAHubThatPollsForATask() throws Exception {
    in(hub, () -> await(pipe.in(), Polls.INPUT, 1));
    until(hub.sleep::asleep);
    assertThat(in(hub, () -> 7)).isEqualTo(7);
  }

  @ConcurrentTest
  void wakesAHubThatParksForTheFirstDescriptorOfACarrierThatLostIt() throws Exception {
    FutureTask<Boolean> wait =
        new FutureTask<>(() -> {
          Hubs.blocking();
          until(hub.sleep::asleep);
          return await(pipe.in(), Polls.INPUT, 0);
        });
    untilParked(greenlet(hub, wait));
    pipe.write(1);
    assertThat(wait.get()).isTrue();
  }

  @ConcurrentTest
  void endsAWaitInTime() throws Exception {
    long waited =
        in(
            hub,
            () -> {
              long start = System.nanoTime();
              assertThat(await(pipe.in(), Polls.INPUT, 1_500_000)).isTrue();
              return System.nanoTime() - start;
            });
    assertThat(waited).isGreaterThanOrEqualTo(1_500_000);
  }

  @ConcurrentTest
  void endsAWaitThatIsStopped() throws Exception {
    AtomicBoolean open = new AtomicBoolean(true);
    FutureTask<Boolean> wait =
        new FutureTask<>(() -> Polls.await(pipe.in(), Polls.INPUT, 0, open::get, Parking.STANDARD));
    untilParked(greenlet(hub, wait));
    open.set(false);
    Polls.stopPoll(pipe.in(), Polls.OUTPUT);
    assertThat(wait.isDone()).isFalse();
    Polls.stopPoll(pipe.in(), Polls.INPUT);
    assertThat(wait.get()).isTrue();
  }

  @ConcurrentTest
  void doesNotWaitForWhatIsNotOpenAnyMore() throws Exception {
    assertThat(in(hub, () -> Polls.await(pipe.in(), Polls.INPUT, 0, () -> false, Parking.STANDARD)))
        .isTrue();
  }

  @ConcurrentTest
  void wakesThoseWhoWaitWhenTheDescriptorIsAboutToBeClosed() throws Exception {
    AtomicBoolean open = new AtomicBoolean(true);
    FutureTask<Boolean> wait =
        new FutureTask<>(() -> Polls.await(pipe.in(), Polls.INPUT, 0, open::get, Parking.STANDARD));
    untilParked(greenlet(hub, wait));
    open.set(false);
    Polls.closing(pipe.in());
    assertThat(wait.get()).isTrue();
  }

  @ConcurrentTest
  void startsAfreshWithANumberThatIsUsedAgain() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (Pipe another = new Pipe()) {
        FutureTask<Boolean> wait = new FutureTask<>(() -> await(another.in(), Polls.INPUT, 0));
        untilParked(greenlet(hub, wait));
        another.write(1);
        assertThat(wait.get()).isTrue();
        assertThat(another.read()).isEqualTo(1);
      }
    }
  }

  @ConcurrentTest
  void ignoresNumbersThatNobodyWaitsOn() {
    Polls.closing(-1);
    Polls.closing(Integer.MAX_VALUE);
    Polls.closing(pipe.out());
    Polls.stopPoll(-1, Polls.INPUT);
    Polls.stopPoll(Integer.MAX_VALUE, Polls.INPUT);
    assertThat(Descriptors.ALL.get(pipe.out())).isNull();
  }

  @ConcurrentTest
  void keepsOutOfThreadsThatAreOnNoHub() throws Exception {
    assertThat(await(pipe.in(), Polls.INPUT, 1)).isFalse();
    FutureTask<Boolean> stock = new FutureTask<>(() -> await(pipe.in(), Polls.INPUT, 1));
    Thread.ofVirtual().start(stock);
    assertThat(stock.get()).isFalse();
    FutureTask<Boolean> task = new FutureTask<>(() -> await(pipe.in(), Polls.INPUT, 1));
    hub.execute(task);
    assertThat(task.get()).isFalse();
  }

  @ConcurrentTest
  void keepsOutOfWhatCannotBePolled() throws Exception {
    java.nio.file.Path file = java.nio.file.Files.createTempFile("green", null);
    var descriptor = io.netty.channel.unix.FileDescriptor.from(file.toFile());
    try {
      for (int i = 0; i < 2; i++) {
        assertThat(in(hub, () -> await(descriptor.intValue(), Polls.INPUT, 1))).isFalse();
      }
    } finally {
      Polls.closing(descriptor.intValue());
      descriptor.close();
      java.nio.file.Files.delete(file);
    }
  }

  @ConcurrentTest
  void refusesWhatIsNotOpen() {
    assertThatThrownBy(() -> in(hub, () -> await(1_000_000, Polls.INPUT, 1)))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @ConcurrentTest
  void letsSeveralReadersOfOneDescriptorMakeProgress() throws Exception {
    AtomicInteger total = new AtomicInteger();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      readers.add(
          greenlet(
              hubs.next(),
              () -> {
                try {
                  FutureTask<Integer> read = reader();
                  read.run();
                  total.addAndGet(read.get());
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              }));
    }
    readers.forEach(Threads::untilParked);
    while (total.get() < 4 && readers.stream().anyMatch(Thread::isAlive)) {
      int before = total.get();
      pipe.write(1);
      until(() -> total.get() > before);
    }
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(total.get()).isEqualTo(4);
  }

  @ConcurrentTest
  void asksASetOfDescriptorsWhetherItIsReady() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            in(
                hub,
                () ->
                    Polls.awaitSelector(
                        pipe.in(),
                        0,
                        fd -> {
                          asked.incrementAndGet();
                          return fd == pipe.in();
                        },
                        Parking.STANDARD)))
        .isTrue();
    assertThat(asked).hasValue(1);
  }

  @ConcurrentTest
  void wakesASelectorThatFoundNothing() throws Exception {
    FutureTask<Boolean> wait =
        new FutureTask<>(() -> Polls.awaitSelector(pipe.in(), 0, fd -> false, Parking.STANDARD));
    untilParked(greenlet(hub, wait));
    pipe.write(1);
    assertThat(wait.get()).isTrue();
  }

  @ConcurrentTest
  void endsAWaitOfAnInterruptedGreenlet() throws Exception {
    FutureTask<Boolean> wait =
        new FutureTask<>(() -> {
          await(pipe.in(), Polls.INPUT, 0);
          return Thread.interrupted();
        });
    Thread greenlet = greenlet(hub, wait);
    untilParked(greenlet);
    greenlet.interrupt();
    assertThat(wait.get()).isTrue();
  }
}
