package org.greenagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void everythingHasADefault() throws BadSetting {
    Settings settings = Settings.read(new Properties());

    assertThat(settings.hubs()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(settings.patches()).isEqualTo(EnumSet.allOf(Patch.class));
    assertThat(settings.exclude()).isEmpty();
    assertThat(settings.strict()).isFalse();
    assertThat(settings.handoffNanos()).isEqualTo(10_000_000);
    assertThat(settings.carriersWarn()).isEqualTo(256);
    assertThat(settings.chaos()).isZero();
    assertThat(settings.notes()).isEmpty();
  }

  @Test
  void readsWhatIsSet() throws BadSetting {
    Settings settings =
        read(
            "green.hubs=3",
            "green.exclude=name:a;class:b",
            "green.strict=true",
            "green.debug.startup=",
            "green.carriers.warn=9");

    assertThat(settings.hubs()).isEqualTo(3);
    assertThat(settings.exclude()).hasSize(2);
    assertThat(settings.strict()).isTrue();
    assertThat(settings.startupReport()).isTrue();
    assertThat(settings.carriersWarn()).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"off,0", "10ms,10000000", "500us,500000", "2s,2000000000", "1 ms,1000000"})
  void readsDurations(String text, long nanos) throws BadSetting {
    assertThat(read("green.handoff=" + text).handoffNanos()).isEqualTo(nanos);
  }

  @Test
  void patchesAreAListWithExceptions() throws BadSetting {
    assertThat(read("green.patch=none").patches()).isEmpty();
    assertThat(read("green.patch=thread,socket").patches())
        .containsExactlyInAnyOrder(Patch.THREAD, Patch.SOCKET);
    assertThat(read("green.patch=thread", "green.patch.dns=true").patches())
        .containsExactlyInAnyOrder(Patch.THREAD, Patch.DNS);
    assertThat(read("green.patch.main=false").patches())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Patch.MAIN)));
  }

  @Test
  void aPatchThatCannotWorkAloneIsDroppedWithANote() throws BadSetting {
    Settings settings = read("green.patch=main,virtual,socket");

    assertThat(settings.patches()).containsExactlyInAnyOrder(Patch.VIRTUAL, Patch.SOCKET);
    assertThat(settings.notes()).containsExactly("patch main is off: it needs thread");
    assertThat(read("green.patch=socket,dns").patches()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "green.hubs=0",
        "green.hubs=many",
        "green.handoff=10",
        "green.handoff=0ms",
        "green.handoff=ms",
        "green.strict=yes",
        "green.exclude=worker",
        "green.debug.chaos=-1",
        "green.hub=1",
        "green.=1"
      })
  void rejectsWhatItCannotUse(String line) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(BadSetting.class)
        .hasMessageStartingWith(line)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void namesTheNearestChoice() {
    assertThatThrownBy(() -> read("green.patch=thread,sockte"))
        .hasMessageContaining("did you mean 'socket'?");
    assertThatThrownBy(() -> read("green.patch.scoket=true"))
        .hasMessageContaining("did you mean green.patch.socket?");
  }

  @Test
  void otherPropertiesAreNoneOfItsBusiness() throws BadSetting {
    assertThat(read("greenhouse=1", "java.green=2")).isEqualTo(Settings.read(new Properties()));
  }

  private static Settings read(String... lines) throws BadSetting {
    Properties properties = new Properties();
    for (String line : lines) {
      int equals = line.indexOf('=');
      properties.setProperty(line.substring(0, equals), line.substring(equals + 1));
    }
    return Settings.read(properties);
  }
}
