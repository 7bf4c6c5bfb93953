package org.greenagent.agent.patch;

/** A hooked class that the build has computed, and what it was made from. Immutable. */
final class PatchedClass {
  private final String type;
  private final int toggles;
  private final int length;
  private final int checksum;
  private final Packed packed;

  /**
   * A class.
   *
   * @param type internal name
   * @param toggles the toggles whose hooks were applied, as {@link PatchedClasses#bits}
   * @param length length of the original bytes
   * @param checksum {@link ClassBytes#checksum} of the original bytes
   * @param packed the hooked class, without redirected call sites
   */
  PatchedClass(String type, int toggles, int length, int checksum, Packed packed) {
    this.type = type;
    this.toggles = toggles;
    this.length = length;
    this.checksum = checksum;
    this.packed = packed;
  }

  /** The class made from those original bytes. */
  static PatchedClass of(String type, int toggles, byte[] original, byte[] patched) {
    int checksum = new ClassBytes(original).checksum();
    return new PatchedClass(type, toggles, original.length, checksum, Packed.of(patched));
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

  Packed packed() {
    return packed;
  }

  /** The class file. */
  byte[] bytes() {
    return packed.bytes();
  }

  /** Whether it was made from those bytes, with the hooks of exactly those toggles. */
  boolean madeFrom(byte[] original, int wanted) {
    return toggles == wanted
        && original.length == length
        && new ClassBytes(original).checksum() == checksum;
  }
}
