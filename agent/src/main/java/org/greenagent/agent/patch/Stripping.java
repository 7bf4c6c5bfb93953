package org.greenagent.agent.patch;

import java.util.Arrays;

/**
 * A class file without what debuggers and the like are told: {@code jlink --strip-debug} makes such
 * ones of the JDK's, and a patched one must not say more. The constant pool stays. Threads: one.
 */
final class Stripping {
  private final byte[] from;
  private final ClassBytes type;
  private final byte[] to;
  private int end;

  Stripping(byte[] bytes) {
    from = bytes;
    type = new ClassBytes(bytes);
    to = new byte[bytes.length];
  }

  /** The class file without those attributes; called once. */
  byte[] stripped() {
    int at = type.fields();
    copy(0, at);
    for (int table = 0; table < 2; table++) {
      int left = type.u2(at);
      copy(at, at + 2);
      at += 2;
      for (; left > 0; left--) {
        copy(at, at + 6);
        at = attributes(at + 6);
      }
    }
    attributes(at);
    return Arrays.copyOf(to, end);
  }

  /** Copies the table of attributes that begins there; returns the offset of what follows it. */
  private int attributes(int at) {
    int table = end;
    copy(at, at + 2);
    int kept = 0;
    int attribute = at + 2;
    for (int left = type.u2(at); left > 0; left--) {
      int next = type.afterAttribute(attribute);
      int kind = type.kind(attribute);
      if (kind != ClassBytes.DEBUG) {
        kept++;
        if (kind == ClassBytes.CODE) {
          code(attribute);
        } else {
          copy(attribute, next);
        }
      }
      attribute = next;
    }
    put(table, 2, kept);
    return attribute;
  }

  private void code(int attribute) {
    int begin = end;
    int inner = type.attributesOfCode(attribute);
    copy(attribute, inner);
    attributes(inner);
    put(begin + 2, 4, end - begin - 6);
  }

  private void copy(int begin, int next) {
    System.arraycopy(from, begin, to, end, next - begin);
    end += next - begin;
  }

  private void put(int at, int bytes, int value) {
    for (int i = 0; i < bytes; i++) {
      to[at + i] = (byte) (value >> 8 * (bytes - 1 - i));
    }
  }
}
