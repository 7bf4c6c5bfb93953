package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way to give the agent to a program, and programs it must leave alone. */
class AttachIT {
  private static final String PROBE = "programs.setting.Probe";
  private static final String CONVERTED = "usual greenlets true\n";

  @BeforeAll
  static void needsTheAgent() {
    Needs.agent();
  }

  @Test
  void classPathProgramIsConverted() {
    Run run = Jvm.withAgent().main(PROBE).run().expect(0).quiet();
    assertThat(run.out()).isEqualTo(CONVERTED);
  }

  @Test
  void withoutTheAgentNothingIsConverted() {
    Run run = Jvm.plain().main(PROBE).run().expect(0).quiet();
    assertThat(run.out()).isEqualTo("usual greenlets false\n");
  }

  @Test
  void jarIsConverted() {
    Run run = Jvm.withAgent().jar(AppJar.of(PROBE)).run().expect(0).quiet();
    assertThat(run.out()).isEqualTo(CONVERTED);
  }

  @Test
  void moduleIsConvertedAndGetsNoOtherModules() throws IOException {
    String path = modules();
    Jvm jvm = Jvm.withAgent().module(path, "modular/probe.Main");
    Run run = jvm.run().expect(0).quiet();
    assertThat(run.out()).isEqualTo("in module modular greenlets true\nfalse\n");
  }

  @Test
  void agentJarRunsModules() throws IOException {
    Jvm jvm = Jvm.plain().jar(Places.agent()).args("-p", modules(), "-m", "modular/probe.Main");
    assertThat(jvm.run().expect(0).quiet().out())
        .isEqualTo("in module modular greenlets true\nfalse\n");
  }

  @Test
  void agentJarRunsJars() {
    Path jar = AppJar.of("programs.life.Mains");
    Run plain = Jvm.plain().jar(jar).args("exits", "two words").run().expect(7);
    Run run =
        Jvm.plain().jar(Places.agent()).args("-jar", jar.toString(), "exits", "two words").run();
    assertThat(run.shown()).isEqualTo(plain.shown());
    Jvm probe = Jvm.plain().jar(Places.agent());
    run = probe.args("-jar", AppJar.of(PROBE).toString(), "one").run().expect(0).quiet();
    assertThat(run.out()).isEqualTo("one greenlets true\n");
  }

  @Test
  void agentJarRunsClassPaths() {
    Jvm jvm = Jvm.plain().property("green.hubs", "1").jar(Places.agent());
    Run run = jvm.args("-cp", Places.classes().toString(), PROBE, "a", "b").run().expect(0).quiet();
    assertThat(run.out()).isEqualTo("a greenlets true\nb greenlets true\n");
  }

  @Test
  void agentJarReportsMissingJarsLikeJava() {
    Run plain = Jvm.plain().jar(Path.of("missing.jar")).run().expect(1);
    Run run = Jvm.plain().jar(Places.agent()).args("-jar", "missing.jar").run();
    assertThat(run.shown()).isEqualTo(plain.shown());
  }

  @Test
  void agentJarAloneExplainsItself() {
    Run run = Jvm.plain().jar(Places.agent()).run().expect(2);
    assertThat(run.err()).startsWith("usage: ");
  }

  @Test
  void toolOptionsConvertPrograms() {
    String options = "-javaagent:" + Places.agent();
    Run run = Jvm.plain().environment("JAVA_TOOL_OPTIONS", options).main(PROBE).run().expect(0);
    assertThat(run.out()).isEqualTo(CONVERTED);
    assertThat(run.err()).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + options + "\n");
  }

  @Test
  void toolsOfTheJdkAreLeftAlone() throws IOException {
    String options = "-javaagent:" + Places.agent() + " -Dgreen.debug.startup=true";
    Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", options);
    Path folder = Places.newFolder("tools");
    Path source = Places.classes().resolve("old/Old.java");
    List<Run> runs =
        List.of(
            Command.run(
                environment, Places.tool("javac"), "-d", folder.toString(), source.toString()),
            Command.run(
                environment,
                Places.tool("jar"),
                "-cf",
                folder.resolve("old.jar").toString(),
                "-C",
                folder.toString(),
                "Old.class"),
            Command.run(environment, Places.tool("jcmd"), "-l"));
    for (Run run : runs) {
      run.expect(0);
      assertThat(run.err()).isEqualTo("Picked up JAVA_TOOL_OPTIONS: " + options + "\n");
    }
    assertThat(Files.exists(folder.resolve("old.jar"))).isTrue();
  }

  @Test
  void secondAgentIsIgnoredWithOneLine() {
    Jvm jvm = Jvm.withAgent().options("-javaagent:" + Places.agent());
    Run run = jvm.main(PROBE).run().expect(0);
    assertThat(run.out()).isEqualTo(CONVERTED);
    assertThat(run.err()).startsWith("green: ").hasLineCount(1);
  }

  @Test
  void oldJvmRunsTheProgramAfterOneLine() throws IOException {
    Path classes = Javac.compile("old/Old.java", "--release", "8", "-Xlint:-options");
    Run run = old(classes).run().expect(0);
    assertThat(run.out()).isEqualTo("hello from an old JVM\n");
    assertThat(run.err()).startsWith("green: ").contains("25").hasLineCount(1);
    Run strict = old(classes).property("green.strict", "true").run().expect(1);
    assertThat(strict.out()).isEmpty();
    assertThat(strict.err()).startsWith("green: ").hasLineCount(1);
  }

  @Test
  void attachingLaterIsRefusedWithOneLine() throws Exception {
    Jvm idle = Jvm.plain().main("programs.net.IdleCrowd").args("nothing");
    try (var running = idle.startWithPipe()) {
      running.untilPrints("ready");
      VirtualMachine jvm = VirtualMachine.attach(String.valueOf(running.process().pid()));
      try {
        jvm.loadAgent(Places.agent().toString());
      } finally {
        jvm.detach();
      }
      running.process().outputWriter().close();
      Run run = running.await().expect(0);
      assertThat(run.err()).containsOnlyOnce("green: ");
    }
  }

  private static Jvm old(Path classes) {
    return Jvm.withAgent().java(Needs.oldJava()).classPath(classes.toString()).main("Old");
  }

  private static String modules() throws IOException {
    Path classes = Places.newFolder("modular");
    Path sources = Places.classes().resolve("modular");
    Javac.compileTo(
        classes, List.of(sources.resolve("module-info.java"), sources.resolve("probe/Main.java")));
    return classes.toString();
  }
}
