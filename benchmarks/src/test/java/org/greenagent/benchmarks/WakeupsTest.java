package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WakeupsTest {

  @TempDir private Path tasks;

  private void thread(String number, String name, long sleeps) throws IOException {
    Path thread = Files.createDirectories(tasks.resolve(number));
    Files.writeString(thread.resolve("comm"), name + "\n");
    Files.writeString(
        thread.resolve("status"),
        "Name:\tx\nvoluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t99\n"
            .formatted(sleeps));
  }

  @Test
  void countsSleepsOfThoseNamedSince() throws Exception {
    thread("1", "java", 10);
    thread("2", "green-hub-1", 5);
    Wakeups before = Wakeups.of(tasks);
    thread("1", "java", 17);
    thread("2", "green-hub-1", 6);
    thread("3", "green-hub-1", 4);
    Wakeups after = Wakeups.of(tasks);

    assertThat(after.since(before, _ -> true)).isEqualTo(12);
    assertThat(after.since(before, name -> name.startsWith("green-"))).isEqualTo(5);
  }

  @Test
  void threadsWithoutAnEntryAreThoseThatEnded() throws Exception {
    Files.createDirectories(tasks.resolve("4"));

    assertThat(Wakeups.of(tasks).byThread()).isEmpty();
  }
}
