package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Languages whose threads are Java's, and which call Java by reflection and method handles. */
class LanguagesIT {
  private static final String AS_WANTED = "30 of %s as wanted: true";

  @Test
  void rubyProgramsRunTheSame() {
    String out = script("org.jruby.Main", "ruby/program.rb", "jruby-complete");
    assertThat(out).contains(AS_WANTED.formatted("Ruby-0-"), "[true, true, \"ruby subclass\"]");
  }

  @Test
  void pythonProgramsRunTheSame() {
    String out = script("org.python.util.jython", "python/program.py", "jython-standalone");
    assertThat(out).contains(AS_WANTED.formatted("python "), "[True, True, u'python subclass']");
  }

  @Test
  void clojureProgramsRunTheSame() {
    String out =
        script("clojure.main", "clojure/program.clj", "clojure-", "spec.alpha", "core.specs");
    assertThat(out).contains(AS_WANTED.formatted("clojure"), "true proxied", "(true true true)");
  }

  /** The compiler runs under the agent too. */
  @Test
  void scalaProgramsRunTheSame() {
    String libraries = Places.classPathWith(List.of("scala-"));
    Path classes = Places.newFolder("scala");
    Mode.HUBS_2
        .jvm()
        .options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .options("--sun-misc-unsafe-memory-access=allow")
        .classPath(libraries)
        .main("scala.tools.nsc.Main")
        .args("-nowarn", "-cp", libraries, "-d", classes.toString())
        .args(Places.classes().resolve("scala/ScalaProgram.scala").toString())
        .run()
        .expect(0)
        .quiet();
    String out =
        check(
            "programs.real.ScalaProgram",
            jvm -> jvm.classPath(classes + File.pathSeparator + libraries));
    assertThat(out).contains(AS_WANTED.formatted("scala "), "(true, true, true, true) main");
  }

  private static String script(String main, String script, String... jars) {
    return check(
        main,
        jvm ->
            jvm.classPath(Places.classPathWith(List.of(jars)))
                .property("python.cachedir.skip", "true")
                .args(Places.classes().resolve(script).toString()));
  }

  /** Their own libraries do what the JVM warns of. */
  private static String check(String main, UnaryOperator<Jvm> launch) {
    return Parity.ofMain(main)
        .with(jvm ->
            jvm.options("--enable-native-access=ALL-UNNAMED")
                .options("--sun-misc-unsafe-memory-access=allow")
                .options("--add-opens=java.base/java.io=ALL-UNNAMED")
                .options("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"))
        .with(launch)
        .check()
        .expect(0)
        .out();
  }
}
