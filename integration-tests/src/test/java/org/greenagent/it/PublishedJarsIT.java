package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * What a repository of artifacts wants beside each jar, as the profile {@code publish} makes it.
 */
class PublishedJarsIT {
  private static final Path PROJECT = Places.target().resolve("../..").normalize();

  @ParameterizedTest
  @CsvSource({
    "agent, org/greenagent/agent/Premain.java",
    "runtime, org/greenagent/greenlet/Greenlet.java",
    "commands, org/greenagent/commands/Commands.java",
    "micrometer, org/greenagent/micrometer/GreenMetrics.java"
  })
  void sourcesAreThere(String module, String source) throws IOException {
    List<String> names = names(Needs.published(PROJECT.resolve(module), "sources"));
    assertThat(names).contains(source).noneMatch(entry -> entry.endsWith("Test.java"));
  }

  /** What can be used of the agent's jar is the library in it. */
  @ParameterizedTest
  @CsvSource({
    "agent, org/greenagent/greenlet/Greenlet.html",
    "agent, org/greenagent/sync/Event.html",
    "agent, index.html",
    "runtime, org/greenagent/greenlet/Greenlet.html",
    "commands, index.html",
    "micrometer, org/greenagent/micrometer/GreenMetrics.html"
  })
  void documentationIsThere(String module, String page) throws IOException {
    assertThat(names(Needs.published(PROJECT.resolve(module), "javadoc"))).contains(page);
  }

  /** A module has them from the parent, but for the name and what it is. */
  @ParameterizedTest
  @ValueSource(strings = {"agent", "runtime", "commands", "micrometer"})
  void modelsAreComplete(String module) throws Exception {
    Element own = model(PROJECT.resolve(module).resolve("pom.xml"));
    assertThat(children(own)).contains("artifactId", "name", "description", "parent");
    Element parent = model(PROJECT.resolve("pom.xml"));
    assertThat(children(parent)).contains("groupId", "version", "licenses", "developers");
  }

  private static Element model(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
    return document.getDocumentElement();
  }

  private static List<String> children(Element element) {
    return IntStream.range(0, element.getChildNodes().getLength())
        .mapToObj(i -> element.getChildNodes().item(i).getNodeName())
        .toList();
  }

  private static List<String> names(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(entry -> entry.getName()).toList();
    }
  }
}
