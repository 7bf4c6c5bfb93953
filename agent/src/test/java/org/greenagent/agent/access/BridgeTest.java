package org.greenagent.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BridgeTest {

  @Test
  void definesEveryBridgeClassThereIs() throws IOException {
    Path classes = Path.of("..", "bridge", "target", "classes", "java", "lang");
    List<String> compiled;
    try (Stream<Path> files = Files.list(classes)) {
      compiled =
          files.map(file -> file.getFileName().toString().replace(".class", "")).sorted().toList();
    }

    List<String> defined = new ArrayList<>(Bridge.CLASSES);
    defined.addAll(Bridge.LATE);
    defined.add(Bridge.ACCESS);
    assertThat(defined).containsExactlyInAnyOrderElementsOf(compiled);
  }
}
