package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A look-up that blocks inside the C library's getaddrinfo, as one does whose name server is
 * silent: who asks is told where it stands, and the others go on.
 */
class SlowDnsIT {
  private static final String PLANTED = "programs.watch.Planted";
  private static final String NATIVE = "java.net.Inet6AddressImpl.lookupAllHostAddr";

  private static Path slow;

  @TempDir private Path folder;

  @BeforeAll
  static void compile() {
    Needs.agent();
    slow = NativeLibrary.of("slowdns");
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void watchdogNamesTheLookUp(Mode mode) {
    looksUp(
        mode.jvm().property("green.watch.blocking", "100ms"),
        running -> {
          running.untilSays(PLANTED + ".lookUp(");
          assertThat(running.err())
              .containsPattern(
                  "green: greenlet \"looks up\" has not paused for \\d+ ms, in "
                      + "programs\\.watch\\.Planted\\.lookUp\\(Planted\\.java:\\d+\\) ");
        });
  }

  @Test
  void dumpNamesTheLookUp() {
    looksUp(
        Mode.HUBS_1.jvm(),
        running -> {
          String dump = dumpInLookUp(running);
          assertThat(dump)
              .containsPattern(
                  "\"looks up\" #\\d+ RUNNABLE\n +runs, or is ready to\n"
                      + " +at java\\.base/java\\.net\\.Inet6AddressImpl\\.lookupAllHostAddr")
              .contains("at " + PLANTED + ".lookUp(");
        });
  }

  /** The look-up began before the recording did, and nobody had watched. */
  @Test
  void reportNamesTheLookUp() throws IOException {
    Path page = folder.resolve("report.html");
    looksUp(
        Mode.HUBS_2.jvm(),
        running -> {
          dumpInLookUp(running);
          command("report", pid(running), "--seconds", "2", "-o", page.toString());
        });
    assertThat(Files.readString(page)).contains(PLANTED + ".lookUp:", NATIVE);
  }

  /** A dump from the time of the look-up. */
  private static String dumpInLookUp(Jvm.Running running) {
    String dump = "";
    while (!dump.contains(NATIVE)) {
      dump = command("dump", pid(running)).out();
    }
    return dump;
  }

  /** Starts a look-up that lasts until the action is done. */
  private void looksUp(Jvm jvm, Consumer<Jvm.Running> action) {
    Path fifo = folder.resolve("slow");
    Command.run("mkfifo", fifo.toString()).expect(0);
    jvm.environment("LD_PRELOAD", slow.toString()).environment("SLOW_DNS", fifo.toString());
    try (var running = jvm.main(PLANTED).args("look-up").startWithPipe()) {
      running.untilPrints("planted");
      action.accept(running);
      assertThat(running.out()).isEqualTo("planted\n");
      Files.newOutputStream(fifo).close(); // lets the look-up go on
      running.untilPrints("host.slow.example/127.0.0.1");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Run command(String... words) {
    return Jvm.plain().jar(Places.agent()).args(words).run().expect(0).quiet();
  }

  private static String pid(Jvm.Running running) {
    return String.valueOf(running.process().pid());
  }
}
