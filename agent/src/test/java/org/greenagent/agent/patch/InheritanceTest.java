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
  void whatCannotBeFoundDoesNotLeadThere() throws Exception {
    ClassBytes self = new ClassBytes(Classes.bytes(InheritanceTest.class));

    assertThat(inheritance.leadsToThread(self, "no/such/Type", "currentThread", "()V")).isFalse();
    assertThat(inheritance.leadsToThread(self, "[I", "currentThread", "()V")).isFalse();
  }

  private boolean leads(Class<?> owner) throws Exception {
    ClassBytes self = new ClassBytes(Classes.bytes(InheritanceTest.class));
    return inheritance.leadsToThread(
        self, Classes.internalName(owner), "currentThread", "()Ljava/lang/Thread;");
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
