package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Threads are greenlets: the operating system's own count of threads says so. */
class CooperativeIT {
  private static final int SLEEPERS = 10_000;
  private static final int CONNECTIONS = 5_000;
  private static final int MORE_THAN_HELLO = 10;

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void fifteenThousandThreadsNeedNoThreadsOfTheirOwn() throws Exception {
    int hubs = 1;
    int least = osThreadsOfNothing();
    Jvm crowd = Jvm.withAgent().property("green.hubs", String.valueOf(hubs));
    try (var server = start(crowd, "server", SLEEPERS, CONNECTIONS)) {
      server.untilPrints(".");
      Matcher port = Pattern.compile("port (\\d+)").matcher(server.out());
      assertThat(port.find()).isTrue();
      try (var clients =
          start(Jvm.plain(), "clients", Integer.parseInt(port.group(1)), CONNECTIONS)) {
        clients.untilPrints("connected " + CONNECTIONS);
        server.untilPrints("ready");
        untilAtMost(server, least + MORE_THAN_HELLO + hubs);
        end(clients);
      }
      end(server);
    }
  }

  private static Jvm.Running start(Jvm jvm, Object... args) {
    for (Object arg : args) {
      jvm.args(String.valueOf(arg));
    }
    return jvm.options("-XX:+UseSerialGC").main("programs.net.IdleCrowd").startWithPipe();
  }

  private static int osThreadsOfNothing() throws IOException {
    try (var nothing = start(Jvm.plain(), "nothing")) {
      nothing.untilPrints("ready");
      int threads = osThreads(nothing);
      end(nothing);
      return threads;
    }
  }

  /** Waits for carriers that only helped out to retire; fails when they do not. */
  private static void untilAtMost(Jvm.Running running, int limit) throws InterruptedException {
    int threads = osThreads(running);
    for (int i = 0; i < 3000 && threads > limit; i++) {
      Thread.sleep(10);
      threads = osThreads(running);
    }
    assertThat(threads).as("OS threads of the crowd").isLessThanOrEqualTo(limit);
  }

  private static int osThreads(Jvm.Running running) {
    String[] tasks = new File("/proc/" + running.process().pid() + "/task").list();
    return tasks == null ? 0 : tasks.length;
  }

  private static void end(Jvm.Running running) throws IOException {
    running.process().outputWriter().close();
    running.await().expect(0).quiet();
  }
}
