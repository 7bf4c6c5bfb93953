package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatiosTest {

  @Test
  void areReadAsTheyAreWritten() throws Exception {
    Ratios ratios = Ratios.parse("# why\n\nspawn = 1.5\nhello=0.8\n");

    assertThat(ratios.text()).isEqualTo("hello = 0.80\nspawn = 1.50\n");
    assertThat(Ratios.parse(ratios.text())).isEqualTo(ratios);
  }

  @Test
  void otherLinesAreTold() {
    assertThatThrownBy(() -> Ratios.parse("hello = fast"))
        .isInstanceOf(Options.Bad.class)
        .hasMessageContaining("hello = fast");
    assertThatThrownBy(() -> Ratios.parse("hello")).hasMessageContaining("hello");
  }

  @Test
  void onlyWhatIsMuchWorseIsALoss() {
    Ratios before = new Ratios(Map.of("better", 1.0, "little", 1.0, "much", 1.0));
    Ratios now = new Ratios(Map.of("better", 0.5, "little", 1.14, "much", 1.16));

    assertThat(before.losses(now, 0.15)).containsExactly("much: 1.16, was 1.00");
  }

  @Test
  void whatIsNotKnownOnBothSidesIsALoss() {
    Ratios before = new Ratios(Map.of("gone", 1.0, "nonsense", 1.0));
    Ratios now = new Ratios(Map.of("new", 1.0, "nonsense", Double.NaN));

    assertThat(before.losses(now, 0.15))
        .containsExactly(
            "gone: was not measured", "nonsense: NaN, was 1.00", "new: is not in the file");
  }
}
