package org.greenagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void findsTheWordThatWasMeant() {
    assertThat(Nearest.to("sockte", List.of("select", "socket", "dns"))).isEqualTo("socket");
    assertThat(Nearest.to("green.hub", List.of("green.hubs", "green.patch")))
        .isEqualTo("green.hubs");
  }

  @Test
  void findsNothingWhenNothingIsNear() {
    assertThat(Nearest.to("xyzzy", List.of("select", "socket", "dns"))).isNull();
  }

  @Test
  void countsInsertionsDeletionsReplacementsAndSwaps() {
    assertThat(Nearest.distance("file", "file")).isZero();
    assertThat(Nearest.distance("file", "files")).isOne();
    assertThat(Nearest.distance("fle", "file")).isOne();
    assertThat(Nearest.distance("fils", "file")).isOne();
    assertThat(Nearest.distance("fiel", "file")).isOne();
    assertThat(Nearest.distance("", "file")).isEqualTo(4);
  }
}
