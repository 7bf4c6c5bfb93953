package org.greenagent.agent.patch;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces call instructions by calls of the bridge, or puts one before them. Operands and result
 * stay the same, so that all stack map frames stay valid; they must not be computed anew, which
 * needs the JDK's hierarchy.
 */
final class CallRewriter {
  private static final String EVERYWHERE = "*";

  private final BridgeMethods bridge;
  private final List<Hook.Redirected> hooks;

  CallRewriter(BridgeMethods bridge, List<Hook.Redirected> hooks) {
    this.bridge = bridge;
    this.hooks = List.copyOf(hooks);
  }

  /** The class with the calls replaced, the same in all else. */
  byte[] rewrite(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Calls(writer), 0);
    return writer.toByteArray();
  }

  private Hook.Redirected find(String inMethod, String owner, String name, String descriptor) {
    for (Hook.Redirected hook : hooks) {
      if (within(hook, inMethod)
          && hook.name().equals(name)
          && hook.descriptor().equals(descriptor)
          && hook.owner().replace('.', '/').equals(owner)) {
        return hook;
      }
    }
    return null;
  }

  private boolean anyIn(String method) {
    for (Hook.Redirected hook : hooks) {
      if (within(hook, method)) {
        return true;
      }
    }
    return false;
  }

  private static boolean within(Hook.Redirected hook, String method) {
    return hook.inMethod().equals(EVERYWHERE) || hook.inMethod().equals(method);
  }

  private final class Calls extends ClassVisitor {
    Calls(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return anyIn(name) ? new CallsOfMethod(next, name) : next;
    }
  }

  private final class CallsOfMethod extends MethodVisitor {
    private final String method;
    private boolean guarded;

    CallsOfMethod(MethodVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Hook.Redirected hook = find(method, owner, name, descriptor);
      if (hook == null) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      if (hook.guarded()) {
        guarded = true;
        Label go = new Label();
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, bridge.owner(), hook.bridgeMethod(), "()Z", false);
        super.visitJumpInsn(Opcodes.IFEQ, go);
        super.visitInsn(Opcodes.RETURN);
        super.visitLabel(go);
        super.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      String target = bridge.descriptor(hook);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, bridge.owner(), hook.bridgeMethod(), target, false);
      Type result = Type.getReturnType(descriptor);
      if (!Type.getReturnType(target).equals(result)) { // a type that the bridge cannot name
        super.visitTypeInsn(Opcodes.CHECKCAST, result.getInternalName());
      }
    }

    /** What the bridge says before a call needs room, and there may be none. */
    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(guarded ? Math.max(maxStack, 1) : maxStack, maxLocals);
    }
  }
}
