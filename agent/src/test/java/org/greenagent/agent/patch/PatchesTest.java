package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.greenagent.config.Patch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchesTest {
  static java.util.List<TypePatch> rows() {
    return Patches.ALL;
  }

  @Test
  void noRowStandsTwice() {
    Set<String> rows = new HashSet<>();
    for (TypePatch patch : Patches.ALL) {
      assertThat(rows.add(patch.toggle() + " " + patch.type())).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowSaysWhyInOneSentence(TypePatch patch) {
    assertThat(patch.why()).isNotBlank().endsWith(".").doesNotContain("\n");
    assertThat(patch.hooks()).isNotEmpty();
  }

  /** The result is verified when it is loaded, which the JVM spares its own classes otherwise. */
  @ParameterizedTest
  @MethodSource("rows")
  void everyRowCanBeApplied(TypePatch patch) throws Exception {
    String file = patch.type().replace('.', '/') + ".class";
    byte[] original = new DriftCheck.RunningJdk().read(file);

    byte[] result = new Engine(BridgeMethods.ofJar()).apply(patch.type(), original, patch.hooks());

    assertThat(result).isNotEqualTo(original);
    assertThat(new ClassBytes(result).name()).isEqualTo(patch.type().replace('.', '/'));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyReplacedCallFitsItsBridgeMethod(TypePatch patch) {
    for (Hook hook : patch.hooks()) {
      if (hook instanceof Hook.Redirected call && !call.guarded()) {
        String result = returned(call.descriptor());
        assertThat(returned(BridgeMethods.ofJar().descriptor(call)))
            .isIn(result, result.startsWith("L") ? "Ljava/lang/Object;" : result);
      }
    }
  }

  @Test
  void mainStandsOnThread() {
    assertThat(Patch.MAIN.needs()).containsExactly(Patch.THREAD);
  }

  private static String returned(String descriptor) {
    return descriptor.substring(descriptor.indexOf(')') + 1);
  }
}
