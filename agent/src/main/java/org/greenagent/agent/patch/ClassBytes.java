package org.greenagent.agent.patch;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The constant pool and the members of a class file, read in place without ASM, which costs
 * start-up time that most programs need not pay. Immutable but for what it remembers; the array is
 * not copied.
 */
final class ClassBytes {
  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int METHODREF = 10;
  static final int INTERFACE_METHODREF = 11;

  /** An attribute that is a method's code. */
  static final int CODE = 1;

  /** An attribute that debuggers and the like want, which {@code jlink --strip-debug} removes. */
  static final int DEBUG = 2;

  /** An attribute that the JVM does not keep. */
  static final int FORGOTTEN = 3;

  /** Any other attribute. */
  static final int OTHER = 4;

  private static final int MAGIC = 0xCAFEBABE;
  private static final int POOL_COUNT = 8;
  private static final int POOL = 10;

  private final byte[] bytes;
  // offsets of the tags of the pool's entries; 0 for the second half of a long or double
  private final int[] entries;
  private final int poolEnd;
  // of attributes by the indexes of their names, 0 while not known; null until one is asked for
  private byte[] kinds;

  /**
   * Reads the constant pool.
   *
   * @throws IllegalArgumentException when the bytes are no class file or have an unknown pool entry
   */
  ClassBytes(byte[] bytes) {
    this.bytes = bytes;
    try {
      if (u4(0) != MAGIC) {
        throw new IllegalArgumentException("no class file");
      }
      entries = new int[u2(POOL_COUNT)];
      int at = POOL;
      for (int i = 1; i < entries.length; i++) {
        entries[i] = at;
        int tag = bytes[at];
        at += size(at);
        if (tag == 5 || tag == 6) {
          i++;
        }
      }
      poolEnd = at;
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("no class file", e);
    }
  }

  private int size(int at) {
    return switch (bytes[at]) {
      case UTF8 -> 3 + u2(at + 1);
      case 3, 4, 9, METHODREF, INTERFACE_METHODREF, 12, 17, 18 -> 5;
      case 5, 6 -> 9;
      case CLASS, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      default -> throw new IllegalArgumentException("constant pool entry " + bytes[at]);
    };
  }

  /** Number of pool entries, the unused entry 0 included. */
  int poolCount() {
    return entries.length;
  }

  /** Offset of the first byte after the pool. */
  int poolEnd() {
    return poolEnd;
  }

  /** The tag of a pool entry; 0 when there is none at that index. */
  int tag(int index) {
    return entries[index] == 0 ? 0 : bytes[entries[index]];
  }

  /** Offset of the tag of a pool entry. */
  int entry(int index) {
    return entries[index];
  }

  /** Whether the pool entry is exactly that text, which must be ASCII. */
  boolean isText(int index, String ascii) {
    int at = entries[index];
    if (u2(at + 1) != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + 3 + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the reference at that index has this name and this descriptor. */
  boolean refersTo(int index, String name, String descriptor) {
    int nameAndType = entries[u2(entries[index] + 3)];
    return isText(u2(nameAndType + 1), name) && isText(u2(nameAndType + 3), descriptor);
  }

  /** The internal name of the class that the reference at that index names. */
  String ownerOf(int index) {
    return className(u2(entries[index] + 1));
  }

  /** The internal name of this class. */
  String name() {
    return className(u2(poolEnd + 2));
  }

  /** The internal name of its super class; null for Object and module-info. */
  String superName() {
    int index = u2(poolEnd + 4);
    return index == 0 ? null : className(index);
  }

  /** Whether some instruction may call that method: the pool has a reference to it. */
  boolean refersToMethod(String owner, String name, String descriptor) {
    for (int i = 1; i < entries.length; i++) {
      int tag = tag(i);
      if ((tag == METHODREF || tag == INTERFACE_METHODREF)
          && refersTo(i, name, descriptor)
          && ownerOf(i).equals(owner)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this class itself declares the field. */
  boolean declaresField(String name, String descriptor) {
    return find(fields(), name, descriptor) != 0;
  }

  /** Whether this class itself declares the method. */
  boolean declaresMethod(String name, String descriptor) {
    return find(methods(), name, descriptor) != 0;
  }

  /** Whether this class itself declares a method of that name, whatever its descriptor. */
  boolean declaresMethod(String name) {
    return find(methods(), name, null) != 0;
  }

  /** The descriptor of the first method of that name; null when there is none. */
  String descriptorOf(String method) {
    int at = find(methods(), method, null);
    return at == 0 ? null : text(u2(at + 4));
  }

  /**
   * A checksum of what the class does. It leaves out what debuggers and the like are told, which
   * jlink removes, and what the JVM forgets of a class that is loaded; and it does not depend on
   * the order of methods and attributes: for such a class the JVM gives methods in the order of
   * their names' addresses, another in each run.
   */
  int checksum() {
    int at = fields();
    int sum = crc(0, at);
    for (int table = 0; table < 2; table++) {
      int left = u2(at);
      sum = sum * 31 + left;
      int members = 0;
      at += 2;
      for (; left > 0; left--) {
        members += joined(crc(at, at + 6), attributes(at + 6));
        at = afterMember(at);
      }
      sum = sum * 31 + members;
    }
    return sum * 31 + attributes(at);
  }

  /** The checksum of the table of attributes that begins there. */
  private int attributes(int at) {
    int sum = 0;
    int attribute = at + 2;
    for (int left = u2(at); left > 0; left--) {
      int next = afterAttribute(attribute);
      switch (kind(attribute)) {
        case CODE -> {
          int inner = attributesOfCode(attribute);
          sum += joined(crc(attribute + 6, inner), attributes(inner));
        }
        case OTHER -> sum += crc(attribute, next);
        default -> {
          // says nothing of what the class does
        }
      }
      attribute = next;
    }
    return sum;
  }

  /** Keeps apart whose the parts are: sums of this do not stay when two of them are exchanged. */
  private static int joined(int own, int parts) {
    return own + (own | 1) * parts;
  }

  /** Whether it is a class without debug information, as jlink makes it. */
  boolean stripped() {
    int at = afterMembers(methods());
    int attribute = at + 2;
    for (int left = u2(at); left > 0; left--) {
      if (isText(u2(attribute), "SourceFile")) {
        return false;
      }
      attribute = afterAttribute(attribute);
    }
    return true;
  }

  /** What the attribute at that offset is about: {@link #CODE} and so on. */
  int kind(int attribute) {
    byte[] known = kinds;
    if (known == null) {
      known = new byte[entries.length];
      kinds = known;
    }
    int name = u2(attribute);
    if (known[name] == 0) {
      known[name] = kind(text(name));
    }
    return known[name];
  }

  private static byte kind(String attribute) {
    return switch (attribute) {
      case "Code" -> CODE;
      case "SourceFile",
          "SourceDebugExtension",
          "LineNumberTable",
          "LocalVariableTable",
          "LocalVariableTypeTable",
          "MethodParameters" ->
          DEBUG;
      case "Deprecated",
          "RuntimeInvisibleAnnotations",
          "RuntimeInvisibleParameterAnnotations",
          "RuntimeInvisibleTypeAnnotations" ->
          FORGOTTEN;
      default -> OTHER;
    };
  }

  /** Offset of the table of attributes in the attribute {@code Code} at that offset. */
  int attributesOfCode(int attribute) {
    int handlers = attribute + 14 + u4(attribute + 10);
    return handlers + 2 + 8 * u2(handlers);
  }

  /** Offset of the first byte after the attribute at that offset. */
  int afterAttribute(int attribute) {
    return attribute + 6 + u4(attribute + 2);
  }

  private int crc(int begin, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes, begin, end - begin);
    return (int) crc.getValue();
  }

  /** Offset of the table of fields. */
  int fields() {
    return poolEnd + 8 + 2 * u2(poolEnd + 6);
  }

  /** Offset of the table of methods. */
  int methods() {
    return afterMembers(fields());
  }

  /** Offset of the first byte after the table of members that begins there. */
  private int afterMembers(int at) {
    int member = at + 2;
    for (int left = u2(at); left > 0; left--) {
      member = afterMember(member);
    }
    return member;
  }

  /** Offset of the member in the table that begins at {@code at}; 0 when it is not there. */
  private int find(int at, String name, String descriptor) {
    int count = u2(at);
    int member = at + 2;
    for (int i = 0; i < count; i++) {
      if (isText(u2(member + 2), name)
          && (descriptor == null || isText(u2(member + 4), descriptor))) {
        return member;
      }
      member = afterMember(member);
    }
    return 0;
  }

  /** Offset of the first byte after the field or method at that offset. */
  int afterMember(int at) {
    int next = at + 8;
    for (int left = u2(at + 6); left > 0; left--) {
      next = afterAttribute(next);
    }
    return next;
  }

  private String className(int index) {
    return text(u2(entries[index] + 1));
  }

  private String text(int index) {
    int at = entries[index];
    return new String(bytes, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  int u2(int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  private int u4(int at) {
    return (u2(at) << 16) | u2(at + 2);
  }
}
