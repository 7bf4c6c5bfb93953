package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.loop.IoPoll;
import org.greenagent.loop.ReadyBatch;
import org.junit.jupiter.api.Test;

class DescriptorTest {
  private static final HubOptions OPTIONS = Threads.options(1, 0, 0);
  private static final int FD = 7;
  private static final int EPERM = 1;
  private static final int EBADF = 9;
  private static final int ENOSPC = 28;

  // without a carrier: nobody polls
  private final Hub hub =
      new Hub(0, 0, new Hub[0], null, null, new Carriers(OPTIONS, Threads.BY_JDK), OPTIONS);
  private final Recorded poll = new Recorded();
  private final Descriptor descriptor = new Descriptor(FD);

  /** Answers additions with a given error and writes down what it is asked. */
  private static final class Recorded implements IoPoll {
    final List<String> calls = new ArrayList<>();
    int error;

    @Override
    public int add(int fd) {
      calls.add("add " + fd);
      return error;
    }

    @Override
    public void remove(int fd) {
      calls.add("remove " + fd);
    }

    @Override
    public void poll(ReadyBatch into, long nanos) {}

    @Override
    public void wake() {}

    @Override
    public void close() {}
  }

  DescriptorTest() {
    hub.sleep.publish(poll);
  }

  @Test
  void isRegisteredOnceAndRemovedWhenItIsClosed() throws IOException {
    assertThat(descriptor.register(hub)).isTrue();
    assertThat(descriptor.register(hub)).isTrue();
    descriptor.close();
    descriptor.close();
    assertThat(poll.calls).containsExactly("add 7", "remove 7");
  }

  @Test
  void isNotRegisteredOnceItIsClosed() throws IOException {
    descriptor.close();
    assertThat(descriptor.closed()).isTrue();
    assertThat(descriptor.register(hub)).isFalse();
    assertThat(poll.calls).isEmpty();
  }

  @Test
  void isRefusedForGoodWhenItsKindCannotBePolled() throws IOException {
    poll.error = EPERM;
    assertThat(descriptor.register(hub)).isFalse();
    poll.error = 0;
    assertThat(descriptor.register(hub)).isFalse();
    descriptor.close();
    assertThat(poll.calls).containsExactly("add 7");
  }

  @Test
  void isTriedAgainWhenThereWasNoRoom() throws IOException {
    poll.error = ENOSPC;
    assertThat(descriptor.register(hub)).isFalse();
    poll.error = 0;
    assertThat(descriptor.register(hub)).isTrue();
  }

  @Test
  void saysWhenItIsNotOpen() {
    poll.error = EBADF;
    assertThatThrownBy(() -> descriptor.register(hub)).isInstanceOf(IOException.class);
  }

  @Test
  void endsTheWaitsOfBothDirectionsWhenItIsClosed() {
    Thread reader = new Thread(() -> {});
    Thread writer = new Thread(() -> {});
    descriptor.input().claim(reader);
    descriptor.output().claim(writer);
    descriptor.close();
    assertThat(descriptor.input().waits(reader)).isFalse();
    assertThat(descriptor.output().waits(writer)).isFalse();
  }

  @Test
  void isFoundByItsNumberUntilItIsClosed() {
    Descriptors table = new Descriptors();
    for (int fd : new int[] {0, 1023, 1024, 1 << 20, Integer.MAX_VALUE}) {
      assertThat(table.get(fd)).isNull();
      Descriptor made = table.getOrAdd(fd);
      assertThat(table.getOrAdd(fd)).isSameAs(made);
      assertThat(table.get(fd)).isSameAs(made);
      table.closing(fd);
      assertThat(made.closed()).isTrue();
      assertThat(table.get(fd)).isNull();
      assertThat(table.getOrAdd(fd)).isNotSameAs(made);
    }
  }

  @Test
  void getsTheEventsOfItsNumberInTheirDirections() {
    Descriptors table = new Descriptors();
    Thread thread = new Thread(() -> {});
    ReadyBatch batch = new ReadyBatch();
    batch.add(3, true, false, false);
    batch.add(4, false, true, false);
    batch.add(5, true, true, false);
    Descriptor three = table.getOrAdd(3);
    Descriptor four = table.getOrAdd(4);
    four.expectOutput();
    table.dispatch(batch);
    assertThat(three.input().claim(thread)).isFalse();
    assertThat(three.output().claim(thread)).isTrue();
    assertThat(four.input().claim(thread)).isTrue();
    assertThat(four.output().claim(thread)).isFalse();
    assertThat(table.get(5)).isNull();
  }

  @Test
  void whoWaitsForOutputLaterTriesFirst() throws IOException {
    Thread writer = new Thread(() -> {});
    descriptor.register(hub);
    assertThat(descriptor.output().claim(writer)).isFalse();
    assertThat(descriptor.output().claim(writer)).isTrue();
  }

  @Test
  void eventsForOutputAreDroppedWhileNobodyEverWaited() throws IOException {
    Thread writer = new Thread(() -> {});
    descriptor.register(hub);
    descriptor.ready(false, true, false);
    assertThat(descriptor.output().claim(writer)).isFalse();
    assertThat(descriptor.output().claim(writer)).isTrue();
    descriptor.ready(false, true, false);
    assertThat(descriptor.output().waits(writer)).isFalse();
  }

  @Test
  void shortReadOfAnUnregisteredDescriptorSaysNothing() {
    Descriptor descriptor = new Descriptor(3);

    descriptor.drained();

    assertThat(descriptor.knownEmpty()).isFalse();
  }

  @Test
  void shortReadIsRememberedForOneRead() throws IOException {
    descriptor.register(hub);
    assertThat(descriptor.knownEmpty()).isFalse();
    descriptor.drained();
    assertThat(descriptor.knownEmpty()).isTrue();
    assertThat(descriptor.knownEmpty()).isFalse();
  }

  @Test
  void shortReadSaysNothingOnceAnEventCameThatIsNotUsedUp() throws IOException {
    descriptor.register(hub);
    descriptor.ready(true, false, false);
    descriptor.drained();
    assertThat(descriptor.knownEmpty()).isFalse();
  }

  @Test
  void shortReadSaysNothingAfterTheLastEdge() throws IOException {
    Thread reader = new Thread(() -> {});
    descriptor.register(hub);
    descriptor.input().claim(reader);
    descriptor.ready(true, false, true);
    assertThat(descriptor.input().waits(reader)).isFalse();
    descriptor.drained();
    assertThat(descriptor.knownEmpty()).isFalse();
  }

  @Test
  void shortReadSaysNothingOfADescriptorThatIsClosed() throws IOException {
    descriptor.register(hub);
    descriptor.drained();
    descriptor.close();
    assertThat(descriptor.knownEmpty()).isFalse();
  }
}
