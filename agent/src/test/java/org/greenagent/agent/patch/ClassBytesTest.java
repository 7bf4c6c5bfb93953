package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassBytesTest {
  @Test
  void readsNamesAndMembers() throws Exception {
    ClassBytes type = new ClassBytes(Classes.bytes(Sample.class));

    assertThat(type.name()).isEqualTo(Classes.internalName(Sample.class));
    assertThat(type.superName()).isEqualTo("java/lang/Thread");
    assertThat(type.declaresField("wide", "J")).isTrue();
    assertThat(type.declaresField("wide", "I")).isFalse();
    assertThat(type.declaresMethod("first", "()V")).isTrue();
    assertThat(type.declaresMethod("run")).isFalse();
    assertThat(type.descriptorOf("second")).isEqualTo("(J)J");
    assertThat(type.refersToMethod("java/lang/Thread", "interrupted", "()Z")).isTrue();
    assertThat(new ClassBytes(Classes.bytes(Object.class)).superName()).isNull();
  }

  @Test
  void theOrderOfMethodsDoesNotChangeTheChecksum() throws Exception {
    byte[] sample = Classes.bytes(Sample.class);
    List<String> methods = methods(sample);
    byte[] straight = inOrder(sample, methods);
    Collections.reverse(methods);
    byte[] reversed = inOrder(sample, methods);

    assertThat(reversed).isNotEqualTo(straight);
    assertThat(new ClassBytes(reversed).checksum()).isEqualTo(new ClassBytes(straight).checksum());
  }

  @Test
  void whatJlinkStripsDoesNotChangeTheChecksum() throws Exception {
    for (Class<?> type : List.of(Sample.class, Thread.class, Object.class, ClassBytesTest.class)) {
      byte[] whole = Classes.bytes(type);
      ClassBytes stripped = new ClassBytes(Jlink.stripped(whole));

      assertThat(stripped.checksum()).isEqualTo(new ClassBytes(whole).checksum());
      assertThat(stripped.stripped()).isTrue();
      assertThat(new ClassBytes(whole).stripped()).isFalse();
    }
  }

  @Test
  void attributesOfAnotherMethodChangeTheChecksum() throws Exception {
    byte[] sample = Classes.bytes(Sample.class);
    byte[] exchanged = sample.clone();
    int at = new ClassBytes(sample).methods() + 2;
    int second = new ClassBytes(sample).afterMember(at);
    // the names of the constructor and of the method after it
    System.arraycopy(sample, second + 2, exchanged, at + 2, 4);
    System.arraycopy(sample, at + 2, exchanged, second + 2, 4);

    assertThat(new ClassBytes(exchanged).checksum())
        .isNotEqualTo(new ClassBytes(sample).checksum());
  }

  @Test
  void eachByteOfCodeChangesTheChecksum() throws Exception {
    byte[] sample = Jlink.stripped(Classes.bytes(Sample.class));
    ClassBytes type = new ClassBytes(sample);
    int code = type.methods() + 2 + 8;
    assertThat(type.kind(code)).isEqualTo(ClassBytes.CODE);
    for (int at = code + 14; at < type.attributesOfCode(code) - 2; at++) {
      byte[] other = sample.clone();
      other[at] ^= 1;
      assertThat(new ClassBytes(other).checksum()).isNotEqualTo(type.checksum());
    }
  }

  @Test
  void anythingElseChangesTheChecksum() throws Exception {
    byte[] sample = Classes.bytes(Sample.class);
    int checksum = new ClassBytes(sample).checksum();
    byte[] other = sample.clone();
    other[6]++;

    assertThat(new ClassBytes(other).checksum()).isNotEqualTo(checksum);
    assertThat(new ClassBytes(inOrder(sample, methods(sample).subList(0, 2))).checksum())
        .isNotEqualTo(new ClassBytes(inOrder(sample, methods(sample))).checksum());
  }

  private static List<String> methods(byte[] type) {
    List<String> methods = new ArrayList<>();
    new ClassReader(type)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String descriptor, String signature, String[] thrown) {
                methods.add(name);
                return null;
              }
            },
            0);
    return methods;
  }

  /** The class with those methods only, in that order, and the same constant pool. */
  private static byte[] inOrder(byte[] type, List<String> methods) {
    ClassReader reader = new ClassReader(type);
    ClassWriter writer = new ClassWriter(reader, 0);
    for (String method : methods) {
      reader.accept(
          new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
              return name.equals(method)
                  ? super.visitMethod(access, name, descriptor, signature, thrown)
                  : null;
            }
          },
          ClassReader.SKIP_DEBUG);
    }
    return writer.toByteArray();
  }

  /** Has what the reader must step over: wide constants, attributes, several methods. */
  static class Sample extends Thread {
    static final long wide = 1L << 40;

    void first() {
      if (interrupted()) {
        throw new IllegalStateException();
      }
    }

    long second(long value) {
      return Thread.interrupted() ? value : wide + 123_456_789_012L;
    }
  }
}
