package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.greenagent.config.Patch;
import org.junit.jupiter.api.Test;

class PatchedClassesTest {
  private static final Set<Patch> THREAD = Set.of(Patch.THREAD);

  private final byte[] original = bytes(PatchedClassesTest.class);
  private final byte[] patched = {4, 5};

  @Test
  void isFoundByTypeAndOriginal() throws IOException {
    PatchedClasses classes = stored(PatchedClasses.runningJdk());

    assertThat(classes.find("a/B", original, THREAD)).isEqualTo(patched);
    assertThat(classes.find("a/B", bytes(Classes.class), THREAD)).isNull();
    byte[] other = original.clone();
    other[new ClassBytes(other).poolEnd() + 1]++;
    assertThat(classes.find("a/B", other, THREAD)).isNull();
    assertThat(classes.find("a/C", original, THREAD)).isNull();
  }

  @Test
  void hasDebugInformationIfTheOriginalHas() throws IOException {
    byte[] hooked = bytes(Classes.class);
    PatchedClass one = PatchedClass.of("a/B", PatchedClasses.bits(THREAD), original, hooked);
    PatchedClasses classes = new PatchedClasses("", List.of(one), Set.of());

    assertThat(classes.find("a/B", original, THREAD)).isEqualTo(hooked);
    assertThat(classes.find("a/B", Jlink.stripped(original), THREAD))
        .isEqualTo(Jlink.stripped(hooked));
  }

  @Test
  void isUsedForItsTogglesOnly() throws IOException {
    PatchedClasses classes = stored(PatchedClasses.runningJdk());

    assertThat(classes.find("a/B", original, Set.of(Patch.DNS))).isNull();
    assertThat(classes.find("a/B", original, EnumSet.allOf(Patch.class))).isEqualTo(patched);
    assertThat(classes.hooks("a/B", THREAD)).isTrue();
    assertThat(classes.hooks("a/B", Set.of(Patch.DNS))).isFalse();
  }

  @Test
  void knowsTheJdkAndTheCallSites() throws IOException {
    assertThat(stored(PatchedClasses.runningJdk()).trainedHere()).isTrue();
    assertThat(stored("another").trainedHere()).isFalse();
    assertThat(stored(PatchedClasses.runningJdk()).changed(THREAD))
        .containsExactlyInAnyOrder("a.B", "c.D");
    assertThat(stored(PatchedClasses.runningJdk()).changed(Set.of(Patch.DNS)))
        .containsExactly("c.D");
  }

  @Test
  void togglesSurviveAsBits() {
    for (Patch patch : Patch.values()) {
      assertThat(Integer.bitCount(PatchedClasses.bits(Set.of(patch)))).isOne();
    }
  }

  private static byte[] bytes(Class<?> type) {
    try {
      return Classes.bytes(type);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private PatchedClasses stored(String jdk) throws IOException {
    PatchedClass one = PatchedClass.of("a/B", PatchedClasses.bits(THREAD), original, patched);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      new PatchedClasses(jdk, List.of(one), Set.of("c/D")).write(out);
    }
    return PatchedClasses.read(bytes.toByteArray());
  }
}
