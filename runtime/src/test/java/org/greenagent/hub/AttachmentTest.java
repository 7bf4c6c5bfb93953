package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AttachmentTest {
  @RegisterExtension private final OpenHubs open = new OpenHubs();
  private final Hub hub = open.hubs(1, Threads.NEVER_MOVE).all().getFirst();

  private <T> T inPinned(Callable<T> body) throws Exception {
    FutureTask<T> task = new FutureTask<>(body);
    hub.pinned(0, task).start();
    return task.get();
  }

  private static <T> T inChild(Callable<T> body) throws Exception {
    FutureTask<T> task = new FutureTask<>(body);
    Thread.startVirtualThread(task);
    return task.get();
  }

  @Test
  void staysWithItsThread() throws Exception {
    Object mine = new Object();
    Object found =
        inPinned(() -> {
          assertThat(Attachment.attach(mine)).isTrue();
          Thread.yield();
          return Attachment.ofCurrent();
        });
    assertThat(found).isSameAs(mine);
  }

  @Test
  void eachThreadHasItsOwn() throws Exception {
    inPinned(() -> Attachment.attach("first"));
    assertThat(inPinned(Attachment::ofCurrent)).isInstanceOf(Thread.class);
  }

  @Test
  void isNotReplaced() throws Exception {
    boolean again =
        inPinned(() -> {
          Attachment.attach("first");
          return Attachment.attach("second");
        });
    assertThat(again).isFalse();
  }

  @Test
  void aThreadThatInheritsTheSchedulerAttachesNothing() throws Exception {
    boolean attached = inPinned(() -> inChild(() -> Attachment.attach("child")));
    assertThat(attached).isFalse();
  }

  @Test
  void otherThreadsHaveNone() throws Exception {
    assertThat(Attachment.attach("platform")).isFalse();
    assertThat(Attachment.ofCurrent()).isNull();
    assertThat(inChild(() -> Attachment.attach("virtual"))).isFalse();
  }
}
