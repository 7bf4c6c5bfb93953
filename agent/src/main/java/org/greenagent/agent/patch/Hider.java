package org.greenagent.agent.patch;

import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Marks methods with the JDK's own annotation for frames that stack traces leave out. */
final class Hider {
  private static final String HIDDEN = "Ljdk/internal/vm/annotation/Hidden;";

  private Hider() {}

  /** The class with those methods marked, the same in all else. */
  static byte[] hide(byte[] bytes, List<Hook.Hidden> hooks) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            return hooks.contains(new Hook.Hidden(name, descriptor)) ? new Marked(next) : next;
          }
        },
        0);
    return writer.toByteArray();
  }

  private static final class Marked extends MethodVisitor {
    Marked(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitAnnotation(HIDDEN, true).visitEnd();
      super.visitCode();
    }
  }
}
