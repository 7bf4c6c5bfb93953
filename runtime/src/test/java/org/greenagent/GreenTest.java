package org.greenagent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.greenagent.config.ActivePatches;
import org.greenagent.config.Patch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GreenTest {
  @AfterEach
  void nothingIsPatchedAgain() {
    ActivePatches.set(Set.of());
  }

  @Test
  void nothingIsPatchedWithoutTheAgent() {
    assertThat(Green.patches()).isEmpty();
    assertThat(Green.isPatched("thread")).isFalse();
  }

  @Test
  void tellsWhatIsPatched() {
    ActivePatches.set(Set.of(Patch.SOCKET, Patch.THREAD));

    assertThat(Green.patches()).containsExactly("thread", "socket");
    assertThat(Green.isPatched("socket")).isTrue();
    assertThat(Green.isPatched("dns")).isFalse();
  }

  @Test
  void whatItDoesNotKnowIsNotPatched() {
    assertThat(Green.isPatched(null)).isFalse();
    assertThat(Green.isPatched("sockets")).isFalse();
  }
}
