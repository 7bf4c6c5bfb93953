package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InheritanceTest {
  private final Inheritance inheritance = new Inheritance(getClass().getClassLoader());

  @Test
  void subclassesOfThreadLeadThere() throws Exception {
    assertThat(leads(Child.class)).isTrue();
    assertThat(leads(Grandchild.class)).isTrue();
    assertThat(leads(java.util.concurrent.ForkJoinWorkerThread.class)).isTrue();
  }

  @Test
  void aMethodInBetweenEndsTheWay() throws Exception {
    assertThat(leads(Own.class)).isFalse();
    assertThat(leads(ChildOfOwn.class)).isFalse();
  }

  @Test
  void otherClassesDoNotLeadThere() throws Exception {
    assertThat(leads(String.class)).isFalse();
  }

  @Test
  void whatCannotBeFoundIsUnknown() throws Exception {
    ClassBytes self = new ClassBytes(Classes.bytes(InheritanceTest.class));

    assertThat(inheritance.resolve(self, "no/such/Type", "currentThread", "()V"))
        .isEqualTo(Inheritance.Answer.UNKNOWN);
    assertThat(inheritance.resolve(self, "[I", "currentThread", "()V"))
        .isEqualTo(Inheritance.Answer.ANOTHERS);
  }

  private boolean leads(Class<?> owner) throws Exception {
    ClassBytes self = new ClassBytes(Classes.bytes(InheritanceTest.class));
    Inheritance.Answer answer =
        inheritance.resolve(
            self, Classes.internalName(owner), "currentThread", "()Ljava/lang/Thread;");
    assertThat(answer).isNotEqualTo(Inheritance.Answer.UNKNOWN);
    return answer == Inheritance.Answer.THREADS;
  }

  static class Child extends Thread {}

  static class Grandchild extends Child {}

  /** Hides Thread's method. */
  static class Own extends Thread {
    public static Thread currentThread() {
      return null;
    }
  }

  static class ChildOfOwn extends Own {}
}
