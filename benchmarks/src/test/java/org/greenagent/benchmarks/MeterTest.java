package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks at processes that wait for their input. */
class MeterTest {

  private static Program waiting() throws Exception {
    return Program.start(List.of("sh", "-c", "echo 1; read line; while :; do :; done"));
  }

  @Test
  void connectionsStandWhenTheirNumberIsSeenTwice() throws Exception {
    try (Program server = waiting()) {
      Meter meter = new Meter(server, server.descriptors(), List.of());

      assertThat(meter.stands(0)).isFalse();
      assertThat(meter.stands(1)).isFalse();
      assertThat(meter.stands(0)).isTrue();
    }
  }

  @Test
  void whoRestsUsesNothingAndWhoDoesNotIsSeen() throws Exception {
    try (Program server = waiting();
        Program other = waiting()) {
      Meter calm = new Meter(server, 0, List.of(other));
      calm.begin();
      calm.end();
      assertThat(calm.restingShare()).isZero();

      Meter busy = new Meter(server, 0, List.of(other));
      busy.begin();
      other.tell("go");
      long before = other.use().cpuMicros();
      while (other.use().cpuMicros() == before) {
        Thread.onSpinWait();
      }
      busy.end();

      assertThat(busy.restingShare()).isPositive();
      assertThat(busy.cpuMicros()).isZero();
    }
  }
}
