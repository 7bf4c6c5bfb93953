package java.lang;

import jdk.internal.loader.BootLoader;
import jdk.internal.loader.NativeLibraries;
import jdk.internal.misc.Unsafe;

/**
 * What HotSpot knows of an OS thread: who it is for the kernel, and whether it is in native code.
 *
 * <p>Read from the JVM's own memory, by the tables that it exports for debuggers. Source: {@code
 * vmStructs.hpp} and {@code vmStructs.cpp} of HotSpot, where {@code gHotSpotVMStructs} is described
 * by its neighbours.
 *
 * <p>Threads: any; the thread that is asked about must not end meanwhile. Blocks: never, but for
 * {@link #find}.
 */
final class GreenVm {
  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long NATIVE_THREAD = U.objectFieldOffset(Thread.class, "eetop");
  private static final String STRUCTS = "gHotSpotVMStruct";
  private static final String CONSTANTS = "gHotSpotVMIntConstant";

  private final NativeLibraries libraries = BootLoader.getNativeLibraries();
  private final long state;
  private final long osThread;
  private final long id;
  private final int inNative;

  private GreenVm() {
    state = offset("JavaThread", "_thread_state");
    osThread = offset("Thread", "_osthread");
    id = offset("OSThread", "_thread_id");
    inNative = constant("_thread_in_native");
  }

  /** Reads the tables; null when this JVM has none, or other ones. */
  static GreenVm find() {
    try {
      return new GreenVm();
    } catch (IllegalStateException | LinkageError unknown) {
      return null;
    }
  }

  /** The kernel's number of a live OS thread; 0: it does not run. */
  int id(Thread thread) {
    long struct = U.getLong(thread, NATIVE_THREAD);
    long os = struct == 0 ? 0 : U.getAddress(struct + osThread);
    return os == 0 ? 0 : U.getInt(os + id);
  }

  /** Whether a live OS thread is in native code now, of the JDK's libraries or of others. */
  boolean inNative(Thread thread) {
    long struct = U.getLong(thread, NATIVE_THREAD);
    return struct != 0 && U.getInt(struct + state) == inNative;
  }

  private long offset(String type, String field) {
    long types = number(STRUCTS + "EntryTypeNameOffset");
    long fields = number(STRUCTS + "EntryFieldNameOffset");
    long offsets = number(STRUCTS + "EntryOffsetOffset");
    long stride = number(STRUCTS + "EntryArrayStride");
    long entry = number(STRUCTS + "s");
    for (long name; (name = U.getAddress(entry + types)) != 0; entry += stride) {
      if (is(name, type) && is(U.getAddress(entry + fields), field)) {
        return U.getLong(entry + offsets);
      }
    }
    throw new IllegalStateException(field);
  }

  private int constant(String wanted) {
    long names = number(CONSTANTS + "EntryNameOffset");
    long values = number(CONSTANTS + "EntryValueOffset");
    long stride = number(CONSTANTS + "EntryArrayStride");
    long entry = number(CONSTANTS + "s");
    for (long name; (name = U.getAddress(entry + names)) != 0; entry += stride) {
      if (is(name, wanted)) {
        return U.getInt(entry + values);
      }
    }
    throw new IllegalStateException(wanted);
  }

  /** The value of an exported variable of 64 bits. */
  private long number(String variable) {
    long address = libraries.find(variable);
    if (address == 0) {
      throw new IllegalStateException(variable);
    }
    return U.getLong(address);
  }

  private static boolean is(long text, String wanted) {
    int length = wanted.length();
    for (int i = 0; i < length; i++) {
      if (U.getByte(text + i) != wanted.charAt(i)) {
        return false;
      }
    }
    return U.getByte(text + length) == 0;
  }
}
