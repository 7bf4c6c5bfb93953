package org.greenagent.agent.patch;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Calls of static methods through a class that cannot be read while the calling class is loaded,
 * because its loader gives no resources: they become calls that the bridge links when they are run
 * first. Operands and result stay the same, so that all stack map frames stay valid.
 */
final class LateCalls {
  private static final Handle LINK =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "java/lang/GreenIdentity",
          "inherited",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/Class;)Ljava/lang/invoke/CallSite;",
          false);
  private static final int MAJOR_VERSION = 6;

  /** A static method, by the class that the call names. */
  record Call(String owner, String name, String descriptor) {}

  private LateCalls() {}

  /** The class with those calls linked late; null when it is too old to have any such call. */
  static byte[] link(byte[] bytes, List<Call> calls) {
    ClassReader reader = new ClassReader(bytes);
    if (reader.readUnsignedShort(MAJOR_VERSION) < Opcodes.V1_7) {
      return null;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Methods(writer, calls), 0);
    return writer.toByteArray();
  }

  private static final class Methods extends ClassVisitor {
    private final List<Call> calls;

    Methods(ClassVisitor next, List<Call> calls) {
      super(Opcodes.ASM9, next);
      this.calls = calls;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return next == null ? null : new Instructions(next, calls);
    }
  }

  private static final class Instructions extends MethodVisitor {
    private final List<Call> calls;

    Instructions(MethodVisitor next, List<Call> calls) {
      super(Opcodes.ASM9, next);
      this.calls = calls;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKESTATIC && calls.contains(new Call(owner, name, descriptor))) {
        super.visitInvokeDynamicInsn(name, descriptor, LINK, Type.getObjectType(owner));
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
