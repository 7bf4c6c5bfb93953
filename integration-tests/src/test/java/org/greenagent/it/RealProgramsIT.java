package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
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

  @ParameterizedTest
  @ValueSource(strings = {"Broker", "Grpc", "JdkServer", "TlsServer"})
  void largeCrowdsAreAnswered(String program) {
    Run run = check(program, program.equals("TlsServer") ? Keys.selfSigned().toString() : "");
    assertThat(run.expect(0).out())
        .containsPattern("right [1-9]0?000\\b")
        .contains("large as wanted: true", "descriptors: ok")
        .doesNotContain("[", "wrong");
  }

  @Test
  void kotlinProgramsRunTheSame() {
    Path classes = Places.newFolder("kotlin");
    String libraries = Places.classPathWithLibraries();
    Mode.HUBS_2
        .jvm()
        .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .classPath(libraries)
        .main("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler")
        .args("-no-stdlib", "-no-reflect", "-nowarn", "-cp", libraries, "-d", classes.toString())
        .args(Places.classes().resolve("kotlin/KotlinProgram.kt").toString())
        .run()
        .expect(0);

    String classPath = classes + File.pathSeparator + libraries;
    Run run = check("KotlinProgramKt", jvm -> jvm.classPath(classPath));
    assertThat(run.expect(0).out()).contains("right 2000", "large as wanted: true");
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
        .check();
  }
}
