package org.greenagent.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainTest {
  private static final long[] HUNDRED = {100, 102, 98, 101, 99};

  @Test
  void isClearWhenEachTurnIsBetter() {
    Gain gain = new Gain(HUNDRED, new long[] {80, 81, 79, 82, 78});
    assertThat(gain.clear()).isTrue();
    assertThat(gain.loss()).isFalse();
    assertThat(gain.before()).isEqualTo(100);
    assertThat(gain.after()).isEqualTo(80);
    assertThat(gain.percent()).isEqualTo(-20);
  }

  @Test
  void isNotClearWhenOneTurnIsWorse() {
    assertThat(new Gain(HUNDRED, new long[] {50, 51, 99, 52, 50}).clear()).isFalse();
  }

  @Test
  void isNotClearWhenItIsSmall() {
    assertThat(new Gain(HUNDRED, new long[] {97, 99, 95, 98, 96}).clear()).isFalse();
    assertThat(new Gain(HUNDRED, HUNDRED).clear()).isFalse();
  }

  @Test
  void isALossTheOtherWayRound() {
    Gain gain = new Gain(new long[] {80, 81, 79, 82, 78}, HUNDRED);
    assertThat(gain.loss()).isTrue();
    assertThat(gain.clear()).isFalse();
  }

  @Test
  void aFlagIsToldWithAllThatItGains() {
    Flag flag = Flag.FOR_SHORT_PROGRAMS;
    assertThat(flag.gain(usages(0, 900, 1000, 90), usages(0, 600, 500, 90)))
        .isEqualTo("time 602 ms instead of 902 (-33%), CPU 502 ms instead of 1002 (-50%)");
  }

  @Test
  void aFlagThatCostsSomethingElseIsNotTold() {
    Flag flag = Flag.FOR_SHORT_PROGRAMS;
    assertThat(flag.gain(usages(0, 900, 1000, 90), usages(0, 900, 500, 120))).isNull();
    assertThat(flag.gain(usages(0, 900, 1000, 90), usages(0, 900, 1000, 90))).isNull();
  }

  @Test
  void howLongAProgramRanThatWasEndedSaysNothing() {
    Flag flag = Flag.FOR_SHORT_PROGRAMS;
    assertThat(flag.gain(usages(143, 3000, 1000, 90), usages(143, 2000, 1000, 50)))
        .isEqualTo("memory 50 MB instead of 90 (-44%)");
  }

  @Test
  void aFlagWithWhichItFailsIsNotTold() {
    Flag flag = Flag.FOR_SHORT_PROGRAMS;
    assertThat(flag.gain(usages(0, 900, 1000, 90), usages(1, 100, 100, 10))).isNull();
  }

  @Test
  void usageIsReadFromWhatTheProgramWrote() {
    assertThat(Usage.of(0, 7, List.of("3\tgreenlet\tx", "120\tcpu\tms", "4096\tpeak\tKB")))
        .isEqualTo(new Usage(0, 7, 120, 4096));
    assertThat(Usage.of(0, 7, List.of())).isNull();
  }

  private static List<Usage> usages(int status, long wall, long cpu, long megabytes) {
    List<Usage> usages = new ArrayList<>();
    for (int turn = 0; turn < 5; turn++) {
      usages.add(new Usage(status, wall + turn, cpu + turn, (megabytes << 10) + turn));
    }
    return usages;
  }
}
