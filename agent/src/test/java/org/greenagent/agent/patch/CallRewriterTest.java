package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallRewriterTest {
  private final BridgeMethods bridge = bridge();

  @Test
  void replacesInstanceCallsWithTheReceiverFirst() throws Exception {
    byte[] result =
        rewrite(new Hook.Redirected("*", "java.lang.String", "length", "()I", "length"));

    assertThat(run(result)).isEqualTo("get 42 other 42");
  }

  @Test
  void replacesOnlyInTheNamedMethod() throws Exception {
    byte[] result =
        rewrite(new Hook.Redirected("other", "java.lang.String", "length", "()I", "length"));

    assertThat(run(result)).isEqualTo("get 3 other 42");
  }

  @Test
  void replacesOnlyTheNamedCall() throws Exception {
    byte[] result =
        rewrite(new Hook.Redirected("*", "java.lang.StringBuilder", "length", "()I", "length"));

    assertThat(run(result)).isEqualTo("get 3 other 3");
  }

  @Test
  void castsWhatTheBridgeCannotName() throws Exception {
    byte[] result =
        rewrite(
            new Hook.Redirected(
                "other", "java.lang.String", "strip", "()Ljava/lang/String;", "object"));

    assertThat(run(result)).isEqualTo("get 3 other 7");
  }

  @Test
  void returnsBeforeAGuardedCall() throws Exception {
    byte[] result =
        new CallRewriter(
                bridge,
                List.of(
                    new Hook.Redirected(
                        "loop", Loop.class.getName(), "step", "()V", "third", true)))
            .rewrite(Classes.bytes(Loop.class));

    assertThat(run(result)).isEqualTo(2);
  }

  @Test
  void choosesTheBridgeMethodThatFitsTheCall() {
    assertThat(
            bridge.descriptor(new Hook.Redirected("*", "java.lang.Object", "x", "(J)V", "twice")))
        .isEqualTo("(Ljava/lang/Object;J)V");
    assertThat(
            bridge.descriptor(new Hook.Redirected("*", "java.lang.Object", "x", "(I)V", "twice")))
        .isEqualTo("(I)V");
  }

  private byte[] rewrite(Hook.Redirected hook) throws Exception {
    return new CallRewriter(bridge, List.of(hook)).rewrite(Classes.bytes(Sample.class));
  }

  private static Object run(byte[] type) throws Exception {
    return ((Supplier<?>) Classes.make(type)).get();
  }

  private static BridgeMethods bridge() {
    try {
      return new BridgeMethods(Classes.bytes(Target.class));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Has branches, so that its frames matter. */
  public static final class Sample implements Supplier<String> {
    @Override
    public String get() {
      String text = System.nanoTime() == 0 ? "none" : "abc";
      return "get " + text.length() + " other " + other(text);
    }

    private static int other(String text) {
      return text == null ? 0 : text.strip().length();
    }
  }

  /** Ends only where somebody ends it. */
  public static final class Loop implements Supplier<Integer> {
    private static int steps;

    @Override
    public Integer get() {
      loop();
      return steps;
    }

    private static void loop() {
      while (true) {
        step();
      }
    }

    private static void step() {
      steps++;
    }
  }

  /** Stands for the bridge. */
  public static final class Target {
    private static int asked;

    private Target() {}

    public static boolean third() {
      return ++asked == 3;
    }

    public static Object object(String text) {
      return text + "more";
    }

    public static int length(String text) {
      return 42;
    }

    public static void twice(int value) {}

    public static void twice(Object receiver, long value) {}
  }
}
