package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that would never end if one blocked thread stopped its hub. */
class HandOffIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "flag-spin",
        "on-spin-wait",
        "yield-loop",
        "spin-in-main",
        "many-spins",
        "static-initialiser",
        "sleep-in-initialiser",
        "park-in-initialiser",
        "hog"
      })
  void othersGoOnBeside(String blocked) {
    Parity.check("handoff.HandOffs", blocked);
  }

  @Test
  void othersGoOnBesideWaitsBelowNativeFrames() {
    Parity.of("handoff.HandOffs")
        .with(jvm -> jvm.args("native-frame").property("jdk.reflect.useNativeAccessorOnly", "true"))
        .check();
  }

  @Test
  void othersGoOnBesideNativeCalls() {
    Path fifo = fifo();
    Parity.of("handoff.HandOffs")
        .with(jvm -> jvm.options("--enable-native-access=ALL-UNNAMED"))
        .with(jvm -> jvm.args("native-call", fifo.toString()))
        .check();
  }

  /** Only who sleeps there can lose its hub so early; {@code green.handoff} is not waited for. */
  @Test
  void othersGoOnSoonBesideNativeCallsThatSleep() {
    Parity.of("handoff.HandOffs")
        .with(jvm -> jvm.options("--enable-native-access=ALL-UNNAMED"))
        .with(jvm -> jvm.args("native-call", fifo().toString()).property("green.handoff", "3600s"))
        .check();
    Path library = NativeLibrary.of("wait");
    Parity.of("handoff.NativeWait")
        .with(jvm -> jvm.options("--enable-native-access=ALL-UNNAMED"))
        .with(jvm -> jvm.args(library.toString()).property("green.handoff", "3600s"))
        .check();
  }

  @Test
  void othersGoOnBesideLibrariesInC() {
    Path library = NativeLibrary.of("wait");
    Parity.of("handoff.NativeWait")
        .with(jvm -> jvm.options("--enable-native-access=ALL-UNNAMED"))
        .with(jvm -> jvm.args(library.toString()))
        .check();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parallel", "serial"})
  void othersGoOnBesideClassLoading(String loader) {
    Parity.check("handoff.Loading", loader);
  }

  @Test
  void othersGoOnBesideOpensAndReads() {
    Parity.check("handoff.Files", "fifo", fifo().toString());
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"HUBS_1", "HUBS_2"})
  void manyCarriersAreWorthOneLine(Mode mode) {
    String[] args = new String[11];
    args[0] = "fifos";
    for (int i = 1; i < args.length; i++) {
      args[i] = fifo().toString();
    }
    Run plain = Jvm.plain().main("programs.handoff.Files").args(args).run().expect(0).quiet();
    Jvm jvm = mode.jvm().main("programs.handoff.Files").args(args);

    Run few = jvm.property("green.carriers.warn", "50").run().expect(0).quiet();
    Run many = jvm.property("green.carriers.warn", "4").run().expect(0);

    assertThat(few.out()).isEqualTo(plain.out());
    assertThat(many.out()).isEqualTo(plain.out());
    assertThat(many.err().lines())
        .singleElement()
        .asString()
        .contains("carriers are in use", "green.carriers.warn=4");
  }

  @Test
  void bothEndsOfChildProcessGoOn() {
    Run plain = Parity.of("handoff.Files").with(jvm -> jvm.args("cat")).check();
    assertThat(plain.out()).startsWith(String.valueOf(100 << 20));
  }

  @Test
  void othersGoOnBesideLookUps() {
    String path = Places.classes().resolve("resolver") + File.pathSeparator + Places.classes();
    Run plain =
        Parity.of("handoff.Files").with(jvm -> jvm.args("resolver").classPath(path)).check();
    assertThat(plain.out()).contains("host4.slow.example/127.0.0.1", "unknown.slow.example");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void othersGoOnBesideStandardInput(Mode mode) throws IOException {
    try (var running = mode.jvm().main("programs.handoff.Files").args("stdin").startWithPipe()) {
      running.untilPrints("all worked");
      running.process().outputWriter().append("hello").close();
      Run run = running.await().expect(0).quiet();
      assertThat(run.out()).endsWith("read hello\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"flag-spin", "static-initialiser"})
  void withoutHandOffTheyHang(String blocked) {
    Needs.agent();
    Jvm jvm = Mode.HUBS_1.jvm().property("green.handoff", "off").patience(Duration.ofSeconds(3));
    assertThatThrownBy(() -> jvm.main("programs.handoff.HandOffs").args(blocked).run())
        .hasMessageContaining("did not end");
  }

  private static Path fifo() {
    Path fifo = Places.newFolder("fifo").resolve("fifo");
    Command.run("mkfifo", fifo.toString()).expect(0);
    return fifo;
  }
}
