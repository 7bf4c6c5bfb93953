package org.greenagent.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.sync.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SubprocessTest {
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final Duration LONG = Duration.ofDays(1);

  @Test
  void runsAndGathersWhatItWrites() throws Exception {
    green(() -> {
      Completed done = Subprocess.run(LONG, "sh", "-c", "echo out; echo err >&2; exit 3");
      assertThat(done.status()).isEqualTo(3);
      assertThat(done.outText()).isEqualTo("out\n");
      assertThat(done.errText()).isEqualTo("err\n");
      assertThatThrownBy(done::check)
          .isInstanceOf(ProcessFailedException.class)
          .hasMessage("exit status 3");
    });
  }

  @Test
  void checkOutput() throws Exception {
    assertThat(Subprocess.checkOutput("echo", "hello")).isEqualTo("hello\n");
    assertThatThrownBy(() -> Subprocess.checkOutput("false"))
        .isInstanceOfSatisfying(
            ProcessFailedException.class,
            failed -> assertThat(failed.completed().status()).isEqualTo(1));
    assertThatThrownBy(() -> Subprocess.checkOutput("no such program"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void communicates() throws Exception {
    green(() -> {
      ProcessBuilder builder = new ProcessBuilder("sh", "-c", "cat; echo pineapple >&2");
      Completed done = Subprocess.run(builder, "banana".getBytes(UTF_8), null);
      assertThat(done.outText()).isEqualTo("banana");
      assertThat(done.errText()).isEqualTo("pineapple\n");
    });
  }

  @Test
  void muchGoesBothWays() throws Exception {
    byte[] much = new byte[1 << 20];
    Completed done = Subprocess.run(new ProcessBuilder("cat"), much, LONG);
    assertThat(done.check().out()).hasSameSizeAs(much);
  }

  @Test
  void aTimeoutKillsWhatRuns() throws Exception {
    assertThatThrownBy(() -> Subprocess.run(SHORT, "sleep", "1000"))
        .isInstanceOf(TimeoutException.class);
  }

  @Test
  void afterATimeoutItGoesOn() throws Exception {
    green(() -> {
      try (Subprocess process =
          Subprocess.start("sh", "-c", "echo begun; read x; echo $x; exec sleep 1000")) {
        assertThatThrownBy(() -> process.communicate("line\n".getBytes(UTF_8), SHORT))
            .isInstanceOf(TimeoutException.class);
        assertThat(process.ready()).isFalse();
        process.terminate();
        Completed done = process.communicate(new byte[0], LONG);
        assertThat(done.status()).isEqualTo(128 + 15);
        assertThat("begun\nline\n").startsWith(done.outText());
      }
    });
  }

  @Test
  void greenletsGoOnMeanwhile() throws Exception {
    green(() -> {
      Event heard = new Event();
      try (Subprocess process = Subprocess.start("cat")) {
        Greenlet<Integer> reader =
            Greenlet.spawn(() -> {
              int first = process.out().read();
              heard.set();
              return first;
            });
        Greenlets.yieldNow();
        process.in().write('x');
        process.in().flush();
        heard.await();
        assertThat(reader.get()).isEqualTo('x');
        // a read that is ended loses nothing
        assertThat(org.greenagent.greenlet.Timeout.run(SHORT, () -> process.out().read()))
            .isFalse();
        process.in().write('y');
        process.in().flush();
        assertThat(process.out().read()).isEqualTo('y');
        process.in().close();
        assertThat(process.out().read()).isEqualTo(-1);
        assertThat(process.get()).isZero();
      }
    });
  }

  @Test
  void isWaitedForAmongOthers() throws Exception {
    try (Subprocess slow = Subprocess.start("cat");
        Subprocess quick = Subprocess.start("true")) {
      assertThat(Greenlets.await(List.of(slow, quick), LONG, 1)).containsExactly(quick);
      assertThat(quick.value()).isZero();
      slow.kill();
      assertThat(slow.get()).isEqualTo(128 + 9);
    }
  }

  @Test
  void closeEndsIt() throws Exception {
    Subprocess process = Subprocess.start("sleep", "1000");
    process.close();
    assertThat(process.get()).isEqualTo(128 + 9);
    assertThat(process.cancel(true)).isFalse();
    assertThat(process).hasToString("process " + process.process().pid());
  }
}
