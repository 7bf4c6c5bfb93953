package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

class LateCallsTest {
  private static final String THREAD = "()Ljava/lang/Thread;";
  private static final LateCalls.Call CURRENT = call(Silent.class, "currentThread", THREAD);

  @Test
  void linksTheCallWhenItIsRun() throws Exception {
    byte[] result = LateCalls.link(Classes.bytes(Caller.class), List.of(CURRENT));

    assertThat(calls(result))
        .containsOnlyOnce("late currentThread" + THREAD + " of " + CURRENT.owner())
        .doesNotContain("184 " + CURRENT.owner() + ".currentThread" + THREAD);
  }

  @Test
  void theBridgeLinksIt() throws Exception {
    byte[] result = LateCalls.link(Classes.bytes(Caller.class), List.of(CURRENT));

    assertThat(links(result))
        .containsExactly(
            new Handle(
                Opcodes.H_INVOKESTATIC,
                "java/lang/GreenIdentity",
                "inherited",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                    + "Ljava/lang/invoke/MethodType;Ljava/lang/Class;)"
                    + "Ljava/lang/invoke/CallSite;",
                false));
  }

  @Test
  void leavesOtherCallsAlone() throws Exception {
    byte[] original = Classes.bytes(Caller.class);
    List<String> others = calls(original);
    assertThat(others).contains(other("currentThread", "(I)Ljava/lang/Thread;"));
    assertThat(others).contains(other("onSpinWait", "()V"));
    others.remove("184 " + CURRENT.owner() + ".currentThread" + THREAD);

    assertThat(calls(LateCalls.link(original, List.of(CURRENT)))).containsAll(others);
  }

  @Test
  void leavesMethodsThatNeedAnObjectAlone() throws Exception {
    LateCalls.Call instance = call(Silent.class, "own", THREAD);
    byte[] original = Classes.bytes(Caller.class);
    assertThat(calls(original)).contains("182 " + instance.owner() + ".own" + THREAD);

    assertThat(calls(LateCalls.link(original, List.of(instance)))).isEqualTo(calls(original));
  }

  /** Its frames are not computed anew; the JVM verifies them when the class is made. */
  @Test
  void theFramesStayRight() throws Exception {
    byte[] result = LateCalls.link(Classes.bytes(Caller.class), List.of(CURRENT));

    assertThat(((Supplier<?>) Classes.make(result)).get()).isEqualTo("not called");
  }

  @Test
  void classesThatKnowNoLateCallsAreLeft() throws Exception {
    byte[] old = Classes.bytes(Caller.class);
    old[7] = Opcodes.V1_6;
    assertThat(LateCalls.link(old, List.of(CURRENT))).isNull();

    old[7] = Opcodes.V1_7;
    assertThat(LateCalls.link(old, List.of(CURRENT))).isNotNull();
  }

  private static LateCalls.Call call(Class<?> owner, String name, String descriptor) {
    return new LateCalls.Call(Classes.internalName(owner), name, descriptor);
  }

  private static String other(String name, String descriptor) {
    return "184 " + CURRENT.owner() + "." + name + descriptor;
  }

  /** All calls, by opcode, owner, name and descriptor. */
  private static List<String> calls(byte[] type) {
    return read(type).calls;
  }

  /** What links the calls that are linked late, but for those of the compiler. */
  private static List<Handle> links(byte[] type) {
    return read(type).links;
  }

  private static Instructions read(byte[] type) {
    Instructions instructions = new Instructions();
    new ClassReader(type)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                return instructions;
              }
            },
            0);
    return instructions;
  }

  private static final class Instructions extends MethodVisitor {
    private final List<String> calls = new ArrayList<>();
    private final List<Handle> links = new ArrayList<>();

    Instructions() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      calls.add(opcode + " " + owner + "." + name + descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle link, Object... arguments) {
      links.add(link);
      calls.add("late " + name + descriptor + " of " + ((Type) arguments[0]).getInternalName());
    }
  }

  /** Stands for a class whose loader gives no resources. */
  static class Silent extends Thread {
    static Thread currentThread(int other) {
      return null;
    }

    Thread own() {
      return this;
    }
  }

  /** Has branches and a handler, so that its frames matter. */
  public static final class Caller implements Supplier<String> {
    @Override
    public String get() {
      Silent silent = null;
      String text = System.nanoTime() == 0 ? name(silent) : "not called";
      try {
        return text.isEmpty() ? name(silent) : text;
      } catch (RuntimeException e) {
        return null;
      }
    }

    private static String name(Silent silent) {
      Silent.onSpinWait();
      Thread thread = silent == null ? Silent.currentThread() : silent.own();
      Thread other = Silent.currentThread(1);
      return thread == other ? "one" : thread.getName();
    }
  }
}
