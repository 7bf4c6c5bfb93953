package org.greenagent.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packagesOf = Boot.class,
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NotTheBridge.class})
class ArchitectureTest {
  @ArchTest
  static final ArchRule arrowsPointDown =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("boot")
          .definedBy("org.greenagent.agent")
          .layer("patch")
          .definedBy("org.greenagent.agent.patch..")
          .layer("hook")
          .definedBy("org.greenagent.agent.hook..")
          .layer("census")
          .definedBy("org.greenagent.agent.census..")
          .layer("jmx")
          .definedBy("org.greenagent.agent.jmx..")
          .layer("admit")
          .definedBy("org.greenagent.agent.admit..")
          .layer("access")
          .definedBy("org.greenagent.agent.access..")
          .whereLayer("boot")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("patch")
          .mayOnlyBeAccessedByLayers("boot")
          .whereLayer("hook")
          .mayOnlyBeAccessedByLayers("boot")
          .whereLayer("admit")
          .mayOnlyBeAccessedByLayers("hook", "boot")
          .whereLayer("census")
          .mayOnlyBeAccessedByLayers("hook")
          .whereLayer("jmx")
          .mayOnlyBeAccessedByLayers("hook")
          .whereLayer("access")
          .mayOnlyBeAccessedByLayers("boot", "patch", "hook", "jmx", "admit");

  @ArchTest
  static final ArchRule onlyTheEngineUsesByteBuddy =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.greenagent.agent.patch.jdk..")
          .and()
          .doNotHaveSimpleName("Engine")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule onlyRewritersUseAsm =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.(CallRewriter|LateCalls)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.objectweb.asm..");

  @ArchTest
  static final ArchRule programsWithFewModulesCanRun =
      noClasses()
          .that()
          // loaded when the program, or a tool, has the platform's server of beans
          .resideOutsideOfPackage("org.greenagent.agent.jmx")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "java.lang.management..",
              "sun.misc..",
              "javax..",
              "java.sql..");

  /** The bridge's copies stand in the jar as resources of the agent. */
  static final class NotTheBridge implements ImportOption {
    @Override
    public boolean includes(com.tngtech.archunit.core.importer.Location location) {
      return !location.contains("/agent/bridge/");
    }
  }
}
