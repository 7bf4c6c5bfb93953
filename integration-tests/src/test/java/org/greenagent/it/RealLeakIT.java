package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * After ten thousand requests real servers and clients have no more threads, descriptors and
 * objects than before. Three keep something by themselves: no more than on the stock JDK.
 */
class RealLeakIT {
  /** For half a minute its pools keep as many threads as they once needed at the same time. */
  private static final long BROKER_THREADS = 100;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  /** The numbers: how often each of the program's loads asks while it is watched. */
  @ParameterizedTest
  @CsvSource({
    "TomcatServer,10000",
    "JettyServer,10000",
    "JdkServer,10000",
    "HttpClients,10000 10000",
    "Grpc,10000 200"
  })
  void nothingIsLeft(String program, String loads) throws IOException {
    check(program, loads);
  }

  @ParameterizedTest
  @CsvSource({"nio", "epoll"})
  void nettyLeavesNothing(String transport) throws IOException {
    check("NettyServer", "10000", transport);
  }

  @Test
  void springBootLeavesNothing() throws IOException {
    Path jar = FatJar.of("programs.real.BootApplication", Places.newFolder("boot"));
    check(new Program("BootApplication", "10000 1000", jvm -> jvm.jar(jar)), Map.of());
  }

  @Test
  void postgresLeavesNothing() throws Exception {
    try (Daemon postgres = Daemons.postgres()) {
      String server = "jdbc:postgresql://127.0.0.1:" + postgres.port();
      check("Postgres", "10000", server + "/postgres?user=test");
    }
  }

  @Test
  void redisLeavesNothing() throws Exception {
    try (Daemon redis = Daemons.redis()) {
      check("Redis", "10000 1000", String.valueOf(redis.port()));
    }
  }

  /** It keeps a row for each request of two statements, so what is left behind is seen. */
  @Test
  void databaseKeepsItsRows() throws IOException {
    assertThat(checkAgainstPlain("Database", "5000")).containsKey("org.h2.value.ValueVarchar");
  }

  /** It keeps sessions that could be resumed. */
  @Test
  void tlsKeepsItsSessions() throws IOException {
    String keys = Keys.selfSigned().toString();
    assertThat(checkAgainstPlain("TlsServer", "100 10000", keys))
        .containsKey("sun.security.ssl.SSLSessionImpl");
  }

  /** A request is two messages; it knows for a while which ones it has seen. */
  @Test
  void brokerKeepsItsAudit() throws IOException {
    Program program = Program.of("Broker", "5000 200");
    Map<String, Long> usual = program.watched(Mode.PLAIN, Alive::growthIn);
    assertThat(usual).containsKey("java.util.LinkedList$Node");
    usual.merge(Alive.THREAD, BROKER_THREADS, Long::sum);
    check(program, usual);
  }

  private static void check(String program, String loads, String... args) throws IOException {
    check(Program.of(program, loads, args), Map.of());
  }

  private static Map<String, Long> checkAgainstPlain(String name, String loads, String... args)
      throws IOException {
    Program program = Program.of(name, loads, args);
    Map<String, Long> usual = program.watched(Mode.PLAIN, Alive::growthIn);
    check(program, usual);
    return usual;
  }

  private static void check(Program program, Map<String, Long> usual) throws IOException {
    for (Mode mode : Mode.UNDER_AGENT) {
      assertThat(program.watched(mode, (before, running) -> before.grownIn(running, usual)))
          .as(program.name + " " + mode)
          .isEmpty();
    }
  }

  /** How to compare what a JVM has with what it had. */
  private interface Comparison {
    Map<String, Long> of(Alive before, Jvm.Running running);
  }

  /** A program of ours that is made of others' libraries, and its loads. */
  private record Program(String name, String loads, UnaryOperator<Jvm> launch) {
    static Program of(String name, String loads, String... args) {
      String libraries = Places.classPathWithLibraries();
      return new Program(name, loads, jvm -> jvm.args(args).classPath(libraries));
    }

    /** What has changed while it was watched, in all of its loads. */
    Map<String, Long> watched(Mode mode, Comparison comparison) throws IOException {
      Jvm jvm =
          mode.jvm()
              .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
              .property("java.net.preferIPv4Stack", "true")
              .property("load.watched", loads)
              .main("programs.real." + name);
      Map<String, Long> grown = new TreeMap<>();
      try (var running = launch.apply(jvm).startWithPipe();
          BufferedWriter seen = running.process().outputWriter()) {
        int looks = 0;
        for (String requests : loads.split(" ", -1)) {
          looks++;
          running.untilPrints("look " + looks + ".\n");
          Alive before = Alive.in(running);
          seen.append('\n').flush();
          looks++;
          running.untilPrints("look " + looks + ".\n");
          assertThat(running.out()).contains("watched " + requests + "\n");
          comparison
              .of(before, running)
              .forEach((type, more) -> grown.merge(type, more, Long::sum));
          seen.append('\n').flush();
        }
        running.await();
      }
      return grown;
    }
  }
}
