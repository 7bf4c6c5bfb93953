package org.greenagent.commands;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = Commands.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** They look into other JVMs; in their own there are no hubs. */
  @ArchTest
  static final ArchRule onlyWhatIsNamedAndCounted =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.greenagent.agent..",
              "org.greenagent.hub..",
              "org.greenagent.loop..",
              "org.greenagent.greenlet..",
              "org.greenagent.vthread..");
}
