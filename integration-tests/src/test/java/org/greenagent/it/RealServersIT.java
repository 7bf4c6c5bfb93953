package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Programs that ask servers of the operating system's, through the drivers users have. */
class RealServersIT {
  @Test
  void postgresAnswersThroughAPool() throws Exception {
    try (Daemon postgres = Daemons.postgres()) {
      String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=test";
      assertThat(check("Postgres", url)).contains("right 2000", "got the lock true");
    }
  }

  @Test
  void redisAnswersThroughAPool() throws Exception {
    try (Daemon redis = Daemons.redis()) {
      assertThat(check("Redis", String.valueOf(redis.port()))).contains("right 4000", "right 2000");
    }
  }

  private static String check(String program, String argument) {
    String out =
        Parity.of("real." + program)
            .with(jvm -> jvm.args(argument).classPath(Places.classPathWithLibraries()))
            .check()
            .out();
    assertThat(out).contains("as wanted: true", "descriptors: ok");
    return out;
  }
}
