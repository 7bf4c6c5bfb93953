package org.greenagent.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SitesTest {
  /** A thread of the program's own. */
  private static final class Own extends Thread {}

  /** A task of the program's own. */
  private static final class Task implements Runnable {
    @Override
    public void run() {}
  }

  @Test
  void areTheClassOfTheThreadOrOfItsTask() {
    assertThat(Sites.of(new Own())).isEqualTo(Own.class.getName());
    assertThat(Sites.of(new Thread(new Task()))).isEqualTo(Task.class.getName());
    assertThat(Sites.of(null)).isEqualTo(Sites.UNKNOWN);
  }

  @Test
  void nameTheClassThatALambdaStandsIn() {
    assertThat(Sites.of(new Thread(() -> {}))).isEqualTo(SitesTest.class.getName() + "$$Lambda");
  }

  @Test
  void tellThreadsOfTheJdkApartByTheirNames() {
    assertThat(Sites.of(new Thread("worker-17"))).isEqualTo("java.lang.Thread (worker-#)");
    assertThat(Sites.pattern("pool-2-thread-345")).isEqualTo("pool-#-thread-#");
  }
}
