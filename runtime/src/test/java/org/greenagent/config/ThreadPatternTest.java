package org.greenagent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThreadPatternTest {
  private final ThreadTraits worker =
      new Traits("java.lang.Thread", "worker-7", "main", "com.acme.jobs.Job", "com.acme.Factory");
  private final ThreadTraits own = new Traits("com.acme.OwnThread", "own", "acme", null, null);

  @Test
  void comparesTheTraitThatIsNamed() {
    assertThat(matches("name:worker-?", worker)).isTrue();
    assertThat(matches("name:worker-?", own)).isFalse();
    assertThat(matches("class:com.acme.*", own)).isTrue();
    assertThat(matches("class:com.acme.*", worker)).isFalse();
    assertThat(matches("group:acme", own)).isTrue();
    assertThat(matches("factory:*Factory", worker)).isTrue();
    assertThat(matches("factory:*", own)).isFalse();
  }

  @Test
  void thePackageIsThatOfTheThreadsOwnClassOrOfItsTask() {
    assertThat(matches("package:com.acme.jobs", worker)).isTrue();
    assertThat(matches("package:com.acme", own)).isTrue();
    assertThat(matches("package:java.lang", worker)).isFalse();
  }

  @Test
  void anyOfTheListIsEnough() {
    assertThat(matches("name:none; ;name:own", own)).isTrue();
    assertThat(matches("", own)).isFalse();
  }

  @Test
  void starsMatchAnyTextAndGoBackWhenTheyMust() {
    assertThat(matches("name:*-7", worker)).isTrue();
    assertThat(matches("name:w*r*-*", worker)).isTrue();
    assertThat(matches("name:**", worker)).isTrue();
    assertThat(matches("name:w*8", worker)).isFalse();
    assertThat(matches("name:worker", worker)).isFalse();
  }

  @Test
  void anUnknownSubjectNamesTheNearest() {
    assertThatThrownBy(() -> ThreadPattern.parse("nmae:x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean 'name:'");
    assertThatThrownBy(() -> ThreadPattern.parse("worker-*"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean matches(String patterns, ThreadTraits thread) {
    return ThreadPattern.anyMatches(ThreadPattern.parse(patterns), thread);
  }

  private record Traits(
      String className,
      String name,
      String groupName,
      String taskClassName,
      String factoryClassName)
      implements ThreadTraits {}
}
