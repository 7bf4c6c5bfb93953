package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers, clients and languages that know nothing of greenlets, in the releases users have. */
class RealProgramsIT {
  @ParameterizedTest
  @ValueSource(strings = {"TomcatServer", "JettyServer", "Database"})
  void serversAnswer(String program) {
    assertThat(check(program).out()).contains("right 300");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nio", "epoll"})
  void nettyAnswers(String transport) {
    assertThat(check("NettyServer", transport).out()).contains("right 300", "shut down true");
  }

  @Test
  void clientsGetTheirAnswers() {
    assertThat(check("HttpClients").out()).contains("OkHttp 300", "HttpClient 300");
  }

  @Test
  void scriptsRunTheSame() {
    check("GroovyScript");
  }

  @Test
  void springBootServesFromItsFatJar() throws Exception {
    Path jar = FatJar.of("programs.real.BootApplication", Places.newFolder("boot"));
    Run run = check("BootApplication", jvm -> jvm.jar(jar));
    run.expect(3);
    assertThat(run.out()).contains("LaunchedClassLoader", "right 2000", "right 1000");
    assertThat(run.out()).contains("large as wanted: true", "descriptors: ok");
  }

  private static Run check(String program, String... args) {
    return check(program, jvm -> jvm.args(args).classPath(Places.classPathWithLibraries()));
  }

  private static Run check(String program, UnaryOperator<Jvm> launch) {
    return Parity.of("real." + program)
        .with(launch)
        .with(jvm -> jvm.property("java.net.preferIPv4Stack", "true"))
        .with(jvm -> jvm.patience(Duration.ofMinutes(1)))
        .check();
  }
}
