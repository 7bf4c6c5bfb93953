package org.greenagent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Arrows between packages point down. */
@AnalyzeClasses(packages = "org.greenagent", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String SHELL = "org\\.greenagent\\.server\\.Shell(\\$.*)?";

  @ArchTest
  static final ArchRule layers =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("dns")
          .definedBy("org.greenagent.dns..")
          .layer("process")
          .definedBy("org.greenagent.process..")
          .layer("server")
          .definedBy("org.greenagent.server..")
          .layer("pool")
          .definedBy("org.greenagent.pool..")
          .layer("queue")
          .definedBy("org.greenagent.queue..")
          .layer("coroutine")
          .definedBy("org.greenagent.coroutine..")
          .layer("watch")
          .definedBy("org.greenagent.watch..")
          .layer("sync")
          .definedBy("org.greenagent.sync..")
          .layer("greenlet")
          .definedBy("org.greenagent.greenlet..")
          .layer("hub")
          .definedBy("org.greenagent.hub..")
          .layer("loop")
          .definedBy("org.greenagent.loop..")
          .layer("event")
          .definedBy("org.greenagent.event..")
          .layer("vthread")
          .definedBy("org.greenagent.vthread..")
          .layer("config")
          .definedBy("org.greenagent.config..")
          .layer("util")
          .definedBy("org.greenagent.util..")
          .whereLayer("dns")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("process")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("server")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("pool")
          .mayOnlyBeAccessedByLayers("server", "process", "dns")
          .whereLayer("coroutine")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("watch")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("queue")
          .mayOnlyBeAccessedByLayers("pool")
          .whereLayer("sync")
          .mayOnlyBeAccessedByLayers("server", "process", "pool")
          .whereLayer("greenlet")
          .mayOnlyBeAccessedByLayers(
              "server", "process", "pool", "queue", "coroutine", "watch", "sync")
          .whereLayer("hub")
          .mayOnlyBeAccessedByLayers("coroutine", "greenlet", "sync")
          .whereLayer("loop")
          .mayOnlyBeAccessedByLayers("hub")
          .whereLayer("event")
          .mayOnlyBeAccessedByLayers("pool", "hub")
          .whereLayer("vthread")
          .mayOnlyBeAccessedByLayers("coroutine", "greenlet", "sync", "hub", "loop", "event")
          .whereLayer("config")
          .mayOnlyBeAccessedByLayers("hub", "loop")
          .whereLayer("util")
          .mayOnlyBeAccessedByLayers(
              "process",
              "server",
              "pool",
              "queue",
              "watch",
              "greenlet",
              "sync",
              "hub",
              "loop",
              "vthread",
              "config");

  @ArchTest
  static final ArchRule onlyEpollKnowsNetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.greenagent.loop.epoll")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("org.greenagent.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule hubsTakeNoLocks =
      noClasses()
          .that()
          .resideInAPackage("org.greenagent.hub")
          .and()
          // what greenlets call, on no hub's behalf: they park
          .doNotHaveFullyQualifiedName("org.greenagent.hub.Polls")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.util\\.concurrent\\.(locks\\.(Reentrant|Stamped|Abstract).*|.*Queue|.*Map)");

  @ArchTest
  static final ArchRule onlyTheJdkBeneath =
      classes()
          .that()
          .resideOutsideOfPackages("org.greenagent.loop.epoll", "org.greenagent.event")
          .and()
          .haveNameNotMatching(SHELL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.greenagent..", "java..", "javax.net.ssl..");

  @ArchTest
  static final ArchRule onlyItsEventsKnowTheFlightRecorder =
      noClasses()
          .that()
          .haveNameNotMatching(
              "org\\.greenagent\\.event\\.(\\w+Event|Observer.*|Recording\\$Recorder)")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jfr..");

  @ArchTest
  static final ArchRule oneClassKnowsTheShell =
      noClasses()
          .that()
          .haveNameNotMatching(SHELL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.jshell..");
}
