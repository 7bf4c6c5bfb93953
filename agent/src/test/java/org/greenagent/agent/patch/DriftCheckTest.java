package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenagent.config.Patch;
import org.junit.jupiter.api.Test;

class DriftCheckTest {
  private static final Member PRESENT = new Member("java.lang.Thread", "yield", "()V");
  private static final Member MISSING = new Member("java.lang.Thread", "absent", "()V");

  private final List<String> notes = new ArrayList<>();

  @Test
  void allPatchesFitTheJdkOfTheBuild() {
    Set<Patch> all = Set.of(Patch.values());

    assertThat(check(Patches.ALL, all)).isEqualTo(all);
    assertThat(notes).isEmpty();
  }

  @Test
  void aMissingMemberSwitchesItsToggleOffAlone() {
    Set<Patch> left =
        check(
            List.of(row(Patch.THREAD, PRESENT), row(Patch.DNS, MISSING), row(Patch.FILE, PRESENT)),
            Set.of(Patch.THREAD, Patch.DNS, Patch.FILE));

    assertThat(left).containsExactlyInAnyOrder(Patch.THREAD, Patch.FILE);
    assertThat(notes)
        .containsExactly("patch dns is off: java.lang.Thread.absent()V is missing in this JDK");
  }

  @Test
  void whatCannotWorkWithoutItGoesToo() {
    Set<Patch> left =
        check(List.of(row(Patch.THREAD, MISSING)), Set.of(Patch.THREAD, Patch.MAIN, Patch.VIRTUAL));

    assertThat(left).containsExactly(Patch.VIRTUAL);
    assertThat(notes).hasSize(2).last().isEqualTo("patch main is off: it needs thread");
  }

  @Test
  void noticesMissingTypesAndFields() {
    check(
        List.of(
            row(Patch.THREAD, new Member("java.lang.NoSuchType", "x", "I")),
            row(Patch.VIRTUAL, new Member("java.lang.Thread", "tid", "I"))),
        Set.of(Patch.THREAD, Patch.VIRTUAL));

    assertThat(notes)
        .containsExactly(
            "patch thread is off: java.lang.NoSuchType.x is missing in this JDK",
            "patch virtual is off: java.lang.Thread.tid is missing in this JDK");
  }

  @Test
  void noticesMissingHookedMethodsAndCalls() {
    check(
        List.of(
            row(Patch.THREAD, new Hook.Advised("absent", "()V", Object.class)),
            row(
                Patch.VIRTUAL,
                new Hook.Redirected("start", "java.lang.String", "absent", "()V", "absent"))),
        Set.of(Patch.THREAD, Patch.VIRTUAL));

    assertThat(notes)
        .containsExactly(
            "patch thread is off: java.lang.Thread.absent()V is missing in this JDK",
            "patch virtual is off: the call of java.lang.String.absent()V in java.lang.Thread.start"
                + " is missing in this JDK");
  }

  @Test
  void whatIsOffIsNotChecked() {
    assertThat(check(List.of(row(Patch.DNS, MISSING)), Set.of(Patch.THREAD)))
        .containsExactly(Patch.THREAD);
    assertThat(notes).isEmpty();
  }

  private Set<Patch> check(List<TypePatch> patches, Set<Patch> wanted) {
    return new DriftCheck(new DriftCheck.RunningJdk()).check(patches, wanted, notes);
  }

  private static TypePatch row(Patch toggle, Member need) {
    return new Row(toggle, List.of(), List.of(need));
  }

  private static TypePatch row(Patch toggle, Hook hook) {
    return new Row(toggle, List.of(hook), List.of());
  }

  private static final class Row extends TypePatch {
    private final Patch toggle;
    private final List<Hook> hooks;
    private final List<Member> needs;

    Row(Patch toggle, List<Hook> hooks, List<Member> needs) {
      this.toggle = toggle;
      this.hooks = hooks;
      this.needs = needs;
    }

    @Override
    public Patch toggle() {
      return toggle;
    }

    @Override
    public String type() {
      return "java.lang.Thread";
    }

    @Override
    public String why() {
      return "For the test.";
    }

    @Override
    public List<Hook> hooks() {
      return hooks;
    }

    @Override
    public List<Member> needs() {
      return needs;
    }
  }
}
