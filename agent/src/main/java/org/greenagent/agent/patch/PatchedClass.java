package org.greenagent.agent.patch;

/** A hooked class that the build has computed, and what it was made from. Immutable. */
final class PatchedClass {
  private final String type;
  private final int toggles;
  private final int pool;
  private final int checksum;
  private final Packed packed;

  /**
   * A class.
   *
   * @param type internal name
   * @param toggles the toggles whose hooks were applied, as {@link PatchedClasses#bits}
   * @param pool length of the original bytes up to the end of the constant pool
   * @param checksum {@link ClassBytes#checksum} of the original bytes
   * @param packed the hooked class, without redirected call sites
   */
  PatchedClass(String type, int toggles, int pool, int checksum, Packed packed) {
    this.type = type;
    this.toggles = toggles;
    this.pool = pool;
    this.checksum = checksum;
    this.packed = packed;
  }

  /** The class made from those original bytes. */
  static PatchedClass of(String type, int toggles, byte[] original, byte[] patched) {
    ClassBytes from = new ClassBytes(original);
    return new PatchedClass(type, toggles, from.poolEnd(), from.checksum(), Packed.of(patched));
  }

  String type() {
    return type;
  }

  int toggles() {
    return toggles;
  }

  int pool() {
    return pool;
  }

  int checksum() {
    return checksum;
  }

  Packed packed() {
    return packed;
  }

  /**
   * The hooked class for those original bytes and exactly those toggles; null when it was made from
   * another class. One for a class without debug information has none either.
   */
  byte[] madeFrom(byte[] original, int wanted) {
    if (toggles != wanted) {
      return null;
    }
    ClassBytes from = new ClassBytes(original);
    if (from.poolEnd() != pool || from.checksum() != checksum) {
      return null;
    }
    byte[] bytes = packed.bytes();
    return from.stripped() ? new Stripping(bytes).stripped() : bytes;
  }
}
