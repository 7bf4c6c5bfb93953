package org.greenagent.vthread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class VirtualThreadsTest {
  private final Queue<Runnable> scheduled = new ArrayDeque<>();

  private void runAll() {
    for (Runnable task = scheduled.poll(); task != null; task = scheduled.poll()) {
      task.run();
    }
  }

  @Test
  void runOnTheirSchedulerAndNowhereElse() {
    List<Object> seen = new ArrayList<>();
    Thread thread =
        VirtualThreads.create(
            scheduled::add,
            "name",
            VirtualThreads.NO_INHERIT,
            () -> {
              seen.add(Thread.currentThread());
              seen.add(VirtualThreads.currentCarrier());
              LockSupport.park();
              seen.add("unparked");
            });
    assertThat(thread.isVirtual()).isTrue();
    assertThat(thread.getName()).isEqualTo("name");
    thread.start();
    assertThat(seen).isEmpty();
    runAll();
    assertThat(seen).containsExactly(thread, Thread.currentThread());
    LockSupport.unpark(thread);
    runAll();
    assertThat(seen).endsWith("unparked");
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  void areScheduledByTasksOfOneClass() {
    VirtualThreads.create(scheduled::add, null, 0, () -> {}).start();
    assertThat(scheduled.element()).isExactlyInstanceOf(VirtualThreads.CONTINUATION);
  }

  @Test
  void haveNoNameWhenNoneIsGiven() {
    Thread thread = VirtualThreads.create(scheduled::add, null, 0, () -> {});
    assertThat(thread.getName()).isEmpty();
  }

  @Test
  void inheritLocalsUnlessToldNotTo() {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("inherited");
    List<String> seen = new ArrayList<>();
    for (int characteristics : new int[] {0, VirtualThreads.NO_INHERIT}) {
      VirtualThreads.create(
              scheduled::add, null, characteristics, () -> seen.add(String.valueOf(local.get())))
          .start();
    }
    runAll();
    assertThat(seen).containsExactly("inherited", "null");
  }

  @Test
  void tellTheOsThreadOfOthersToo() {
    assertThat(VirtualThreads.currentCarrier()).isSameAs(Thread.currentThread());
  }
}
