package org.greenagent.agent.patch;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The constant pool and the members of a class file, read in place without ASM, which costs
 * start-up time that most programs need not pay. Immutable; the array is not copied.
 */
final class ClassBytes {
  static final int UTF8 = 1;
  static final int CLASS = 7;
  static final int METHODREF = 10;
  static final int INTERFACE_METHODREF = 11;

  private static final int MAGIC = 0xCAFEBABE;
  private static final int POOL_COUNT = 8;
  private static final int POOL = 10;

  private final byte[] bytes;
  // offsets of the tags of the pool's entries; 0 for the second half of a long or double
  private final int[] entries;
  private final int poolEnd;

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
   * A checksum of the whole class that does not depend on the order of its methods: for a class
   * that is loaded already the JVM gives them in the order of their names' addresses, another in
   * each run.
   */
  int checksum() {
    int at = methods();
    int sum = crc(0, at + 2);
    int count = u2(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      int next = afterMember(at);
      sum += crc(at, next);
      at = next;
    }
    return sum * 31 + crc(at, bytes.length);
  }

  private int crc(int begin, int end) {
    CRC32 crc = new CRC32();
    crc.update(bytes, begin, end - begin);
    return (int) crc.getValue();
  }

  private int fields() {
    return poolEnd + 8 + 2 * u2(poolEnd + 6);
  }

  private int methods() {
    int at = fields();
    int count = u2(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      at = afterMember(at);
    }
    return at;
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

  private int afterMember(int at) {
    int attributes = u2(at + 6);
    int next = at + 8;
    for (int i = 0; i < attributes; i++) {
      next += 6 + u4(next + 2);
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
