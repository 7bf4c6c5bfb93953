package org.greenagent.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small Maven project with the versions of this build: two modules, and one that needs both. */
final class MavenProject {
  private static final String POM =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>org.greenagent</groupId>
          <artifactId>%1$s</artifactId>
          <version>0.1.0-SNAPSHOT</version>
          <relativePath>%2$s</relativePath>
        </parent>
        <artifactId>%3$s</artifactId>
        %4$s
      </project>
      """;

  private static final String ROOT =
      """
      <packaging>pom</packaging>
        <modules><module>first</module><module>second</module><module>third</module></modules>
        <dependencies>
          <dependency>
            <groupId>org.junit.jupiter</groupId>
            <artifactId>junit-jupiter</artifactId>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <build>
          <finalName>${project.artifactId}</finalName>
          <plugins>
            <plugin>
              <artifactId>maven-compiler-plugin</artifactId>
              <configuration>
                <compilerArgs combine.self="override" />
                <annotationProcessorPaths combine.self="override" />
              </configuration>
            </plugin>
          </plugins>
        </build>
      """;

  private static final String DEPENDENCIES =
      """
      <dependencies>
          <dependency>
            <groupId>org.greenagent</groupId>
            <artifactId>first</artifactId>
            <version>${project.version}</version>
          </dependency>
          <dependency>
            <groupId>org.greenagent</groupId>
            <artifactId>second</artifactId>
            <version>${project.version}</version>
          </dependency>
        </dependencies>
      """;

  private static final String SOURCE =
      """
      package NAME;

      public class Code {
        public int twice(int number) {
          return 2 * number;
        }
      }
      """;

  private static final String TEST =
      """
      package third;

      import org.junit.jupiter.api.Assertions;
      import org.junit.jupiter.api.Test;

      class CodeTest {
        @Test
        void doubles() {
          Assertions.assertEquals(12, new Code().twice(new first.Code().twice(3)));
        }

        @Test
        void runsInAThreadOfItsOwn() throws Exception {
          Thread thread = new Thread(() -> System.out.println("printed by the test"));
          thread.start();
          thread.join();
        }
      }
      """;

  private MavenProject() {}

  /** Writes the project. */
  static Path write(Path folder) throws IOException {
    Path parent = Places.target().getParent().resolveSibling("pom.xml");
    String above = folder.relativize(parent).toString();
    Files.writeString(
        folder.resolve("pom.xml"), POM.formatted("green-parent", above, "root", ROOT));
    module(folder.resolve("first"), "");
    module(folder.resolve("second"), "");
    module(folder.resolve("third"), DEPENDENCIES);
    Path tests = Files.createDirectories(folder.resolve("third/src/test/java/third"));
    Files.writeString(tests.resolve("CodeTest.java"), TEST);
    return folder;
  }

  /** The command line that builds it with the Maven that runs this build, on two threads. */
  static String[] packaging(Path project) {
    return new String[] {
      System.getProperty("it.maven", "/usr/share/maven") + "/bin/mvn",
      "-o",
      "-B",
      "-ntp",
      "-T2",
      "-Dmaven.repo.local=" + System.getProperty("it.repository"),
      "-f",
      project.resolve("pom.xml").toString(),
      "package"
    };
  }

  private static void module(Path folder, String dependencies) throws IOException {
    String name = folder.getFileName().toString();
    Path code = Files.createDirectories(folder.resolve("src/main/java/" + name));
    Files.writeString(
        folder.resolve("pom.xml"), POM.formatted("root", "../pom.xml", name, dependencies));
    Files.writeString(code.resolve("Code.java"), SOURCE.replace("NAME", name));
  }
}
