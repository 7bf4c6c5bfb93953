package org.greenagent.agent.patch;

import java.util.Arrays;

/** A hooked class that the build has computed, and what it was made from. Immutable. */
final class PatchedClass {
  private final String type;
  private final int toggles;
  private final int length;
  private final int checksum;
  private final byte[] file;
  private final int begin;
  private final int end;

  /**
   * A class whose bytes stand in a larger array.
   *
   * @param type internal name
   * @param toggles the toggles whose hooks were applied, as {@link PatchedClasses#bits}
   * @param length length of the original bytes
   * @param checksum {@link ClassBytes#checksum} of the original bytes
   * @param file what holds the hooked class, without redirected call sites
   * @param begin where the class begins there
   * @param end where it ends
   */
  PatchedClass(
      String type, int toggles, int length, int checksum, byte[] file, int begin, int end) {
    this.type = type;
    this.toggles = toggles;
    this.length = length;
    this.checksum = checksum;
    this.file = file;
    this.begin = begin;
    this.end = end;
  }

  /** The class made from those original bytes. */
  static PatchedClass of(String type, int toggles, byte[] original, byte[] patched) {
    int checksum = new ClassBytes(original).checksum();
    return new PatchedClass(type, toggles, original.length, checksum, patched, 0, patched.length);
  }

  String type() {
    return type;
  }

  int toggles() {
    return toggles;
  }

  int length() {
    return length;
  }

  int checksum() {
    return checksum;
  }

  /** A copy of the class file. */
  byte[] bytes() {
    return Arrays.copyOfRange(file, begin, end);
  }

  /** Whether it was made from those bytes, with the hooks of exactly those toggles. */
  boolean madeFrom(byte[] original, int wanted) {
    return toggles == wanted
        && original.length == length
        && new ClassBytes(original).checksum() == checksum;
  }
}
