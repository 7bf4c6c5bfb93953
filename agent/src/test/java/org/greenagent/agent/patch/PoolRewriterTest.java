package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PoolRewriterTest {
  private static final String CURRENT = "currentThread";
  private static final String THREAD = "()Ljava/lang/Thread;";
  private static final String BRIDGE = "java/lang/GreenHooks";

  private final Inheritance inheritance = new Inheritance(getClass().getClassLoader());
  private final PoolRewriter rewriter =
      new PoolRewriter(
          List.of(
              new PoolRewriter.Target(CURRENT, THREAD),
              new PoolRewriter.Target("onSpinWait", "()V")));

  @Test
  void redirectsCalls() throws Exception {
    byte[] result = rewriter.rewrite(Classes.bytes(Calls.class), inheritance);

    assertThat(refers(result, BRIDGE, CURRENT, THREAD)).isTrue();
    assertThat(refers(result, BRIDGE, "onSpinWait", "()V")).isTrue();
    assertThat(refers(result, "java/lang/Thread", CURRENT, THREAD)).isFalse();
    assertThat(refers(result, "java/lang/Thread", "interrupted", "()Z")).isTrue();
    assertThat(((Supplier<?>) Classes.make(result)).get()).isSameAs(Thread.currentThread());
  }

  @Test
  void redirectsMethodReferences() throws Exception {
    byte[] result = rewriter.rewrite(Classes.bytes(Reference.class), inheritance);

    assertThat(refers(result, BRIDGE, CURRENT, THREAD)).isTrue();
    assertThat(((Supplier<?>) Classes.make(result)).get()).isSameAs(Thread.currentThread());
  }

  @Test
  void redirectsUnqualifiedCallsInSubclasses() throws Exception {
    byte[] result = rewriter.rewrite(Classes.bytes(Unqualified.class), inheritance);

    assertThat(refers(result, BRIDGE, CURRENT, THREAD)).isTrue();
    assertThat(refers(result, Classes.internalName(Unqualified.class), CURRENT, THREAD)).isFalse();
  }

  @Test
  void leavesMethodsOfTheSameNameAlone() throws Exception {
    assertThat(rewriter.rewrite(Classes.bytes(OwnMethod.class), inheritance)).isNull();
  }

  @Test
  void leavesClassesWithoutSuchCallsAlone() throws Exception {
    assertThat(rewriter.rewrite(Classes.bytes(String.class), inheritance)).isNull();
  }

  @Test
  void redirectsOnlyItsTargets() throws Exception {
    PoolRewriter spins = new PoolRewriter(List.of(new PoolRewriter.Target("onSpinWait", "()V")));

    byte[] result = spins.rewrite(Classes.bytes(Calls.class), inheritance);

    assertThat(refers(result, "java/lang/Thread", CURRENT, THREAD)).isTrue();
    assertThat(refers(result, BRIDGE, "onSpinWait", "()V")).isTrue();
  }

  @Test
  void rejectsWhatIsNoClass() {
    assertThatThrownBy(() -> rewriter.rewrite(new byte[40], inheritance))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean refers(byte[] type, String owner, String name, String descriptor) {
    return new ClassBytes(type).refersToMethod(owner, name, descriptor);
  }

  /** Calls by instruction. */
  static final class Calls implements Supplier<Thread> {
    @Override
    public Thread get() {
      Thread.onSpinWait();
      return Thread.interrupted() ? null : Thread.currentThread();
    }
  }

  /** Calls by method handle. */
  static final class Reference implements Supplier<Object> {
    @Override
    public Object get() {
      Supplier<Thread> current = Thread::currentThread;
      return current.get();
    }
  }

  /** Names itself, not Thread, in the reference. */
  static final class Unqualified extends Thread {
    boolean own() {
      return currentThread() == this;
    }
  }

  /** Has a method of that name and type itself. */
  static final class OwnMethod {
    static Thread currentThread() {
      return null;
    }

    Thread get() {
      return currentThread();
    }
  }
}
