package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  private final ByteSearch search = new ByteSearch("currentThread");

  @Test
  void findsTheWordWhereverItStands() {
    assertThat(finds("currentThread")).isTrue();
    assertThat(finds("currentThread at the beginning")).isTrue();
    assertThat(finds("at the end currentThread")).isTrue();
    assertThat(finds("currentcurrentThread")).isTrue();
    assertThat(finds("currentThreacurrentThread\u00ff")).isTrue();
  }

  @Test
  void findsNothingElse() {
    assertThat(finds("")).isFalse();
    assertThat(finds("urrentThread")).isFalse();
    assertThat(finds("currentThrea")).isFalse();
    assertThat(finds("current Thread currentthread")).isFalse();
  }

  private boolean finds(String text) {
    return search.in(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
