package org.greenagent.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {
  private final Role role = new Role();

  @Test
  void staysWithItsHolderWhenNobodyTakesIt() {
    role.begin(Role.FIRST);
    assertThat(role.end(Role.FIRST)).isTrue();
    role.begin(Role.FIRST);
    assertThat(role.end(Role.FIRST)).isTrue();
  }

  @Test
  void cannotBeTakenWhileItsHolderRunsNoTask() {
    assertThat(role.take(role.word())).isFalse();
    role.begin(Role.FIRST);
    role.end(Role.FIRST);
    assertThat(role.take(role.word())).isFalse();
  }

  @Test
  void isLostByAHolderFromWhomItWasTaken() {
    role.begin(Role.FIRST);
    long word = role.word();
    assertThat(Role.running(word)).isTrue();
    assertThat(role.take(word)).isTrue();
    assertThat(role.end(Role.FIRST)).isFalse();
  }

  @Test
  void isTakenOnce() {
    role.begin(Role.FIRST);
    long word = role.word();
    assertThat(role.take(word)).isTrue();
    assertThat(role.take(word)).isFalse();
    assertThat(role.take(role.word())).isFalse();
  }

  @Test
  void isNotTakenBackFromItsNextHolder() {
    role.begin(Role.FIRST);
    long word = role.word();
    role.take(word);
    long next = Role.next(word);
    role.begin(next);
    assertThat(role.end(Role.FIRST)).isFalse();
    assertThat(role.take(word)).isFalse();
    assertThat(role.word()).isEqualTo(Role.runningWord(next));
    assertThat(role.end(next)).isTrue();
  }

  @Test
  void isLentToOneWhileATaskRuns() {
    assertThat(role.borrow()).isFalse();
    role.begin(Role.FIRST);
    assertThat(role.borrow()).isTrue();
    assertThat(role.borrow()).isFalse();
    assertThat(role.word()).isEqualTo(Role.runningWord(Role.FIRST));
    role.giveBack();
    assertThat(role.borrow()).isTrue();
    role.giveBack();
    assertThat(role.end(Role.FIRST)).isTrue();
    assertThat(role.borrow()).isFalse();
  }
}
