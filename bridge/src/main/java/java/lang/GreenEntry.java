package java.lang;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import jdk.internal.misc.MethodFinder;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.Hidden;

/**
 * The way into a program's {@code main}; no frame of it shows in traces.
 *
 * <p>The usual one is called by a hidden class of a few instructions, a nestmate of the main class:
 * for a method handle the JVM would spin six. The other shapes of JEP 512 take a handle.
 *
 * <p>Threads: made by one, entered by one.
 */
final class GreenEntry {
  private static final Unsafe U = Unsafe.getUnsafe();

  /** {@code MethodHandleNatives.Constants}: nestmate, hidden, and alive as long as its loader. */
  private static final int NESTMATE = 1 | 2 | 4;

  /** Of the class files of JDK 11, the first that knows nestmates. */
  private static final int VERSION = 55;

  /** What the class file is long at most, but for the two names. */
  private static final int FIXED_LENGTH = 300;

  private static final int ACC_FINAL_SUPER_SYNTHETIC = 0x1030;
  private static final int ACC_PUBLIC = 1;

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int METHOD_OF_INTERFACE = 11;
  private static final int NAME_AND_TYPE = 12;

  private final Consumer<String[]> direct; // null: the handle is used
  private final String[] arguments;
  private final MethodHandle handle;

  private GreenEntry(Consumer<String[]> direct, String[] arguments, MethodHandle handle) {
    this.direct = direct;
    this.arguments = arguments;
    this.handle = handle;
  }

  /**
   * Finds the main that the launcher would call; nothing of the class is initialised by it.
   *
   * @throws ReflectiveOperationException when there is none
   */
  static GreenEntry of(Class<?> mainClass, String[] arguments) throws ReflectiveOperationException {
    Method method = MethodFinder.findMainMethod(mainClass);
    if (usual(mainClass, method)) {
      try {
        return new GreenEntry(direct(mainClass), arguments, null);
      } catch (LinkageError refused) {
        // whatever the JVM has against a class beside this one, a handle is made otherwise
      }
    }
    return new GreenEntry(null, null, bound(mainClass, method, arguments));
  }

  /** Runs main, and throws what it throws. */
  @Hidden
  void enter() throws Throwable {
    if (direct != null) {
      direct.accept(arguments);
    } else {
      handle.invokeExact();
    }
  }

  private static boolean usual(Class<?> mainClass, Method method) {
    return method.getDeclaringClass() == mainClass
        && Modifier.isStatic(method.getModifiers())
        && method.getReturnType() == void.class
        && method.getParameterCount() == 1
        && ascii(mainClass.getName());
  }

  private static boolean ascii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("unchecked") // it takes what main takes
  private static Consumer<String[]> direct(Class<?> mainClass) throws ReflectiveOperationException {
    String name = mainClass.getName().replace('.', '/') + "$$Entry";
    byte[] file = classFile(mainClass, name);
    Class<?> type =
        ClassLoader.defineClass0(
            mainClass.getClassLoader(),
            mainClass,
            name,
            file,
            0,
            file.length,
            mainClass.getProtectionDomain(),
            false,
            NESTMATE,
            null);
    return (Consumer<String[]>) U.allocateInstance(type);
  }

  /** A consumer whose one method is {@code mainClass.main((String[]) argument)}. */
  private static byte[] classFile(Class<?> mainClass, String name) {
    ByteBuffer out = ByteBuffer.allocate(FIXED_LENGTH + 2 * name.length());
    out.putInt(0xCAFEBABE).putInt(VERSION);
    shorts(out, 18);
    reference(out, CLASS, 2); // 1
    text(out, name);
    reference(out, CLASS, 4); // 3
    text(out, "java/lang/Object");
    reference(out, CLASS, 6); // 5
    text(out, "java/util/function/Consumer");
    reference(out, CLASS, 8); // 7
    text(out, mainClass.getName().replace('.', '/'));
    reference(out, CLASS, 10); // 9
    text(out, "[Ljava/lang/String;");
    reference(out, mainClass.isInterface() ? METHOD_OF_INTERFACE : METHOD, 7, 12); // 11
    reference(out, NAME_AND_TYPE, 13, 14); // 12
    text(out, "main");
    text(out, "([Ljava/lang/String;)V");
    text(out, "accept"); // 15
    text(out, "(Ljava/lang/Object;)V"); // 16
    text(out, "Code"); // 17
    shorts(out, ACC_FINAL_SUPER_SYNTHETIC, 1, 3, 1, 5); // one interface
    shorts(out, 0, 1); // no fields, one method
    shorts(out, ACC_PUBLIC, 15, 16, 1, 17);
    byte[] code = {0x2b, (byte) 0xc0, 0, 9, (byte) 0xb8, 0, 11, (byte) 0xb1};
    out.putInt(12 + code.length);
    shorts(out, 1, 2); // stack, locals
    out.putInt(code.length).put(code); // aload_1, checkcast, invokestatic, return
    shorts(out, 0, 0, 0); // no handlers, no attributes of the code or the class
    return Arrays.copyOf(out.array(), out.position());
  }

  private static void text(ByteBuffer out, String ascii) {
    out.put((byte) UTF8).putShort((short) ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      out.put((byte) ascii.charAt(i));
    }
  }

  private static void reference(ByteBuffer out, int tag, int... indices) {
    out.put((byte) tag);
    shorts(out, indices);
  }

  private static void shorts(ByteBuffer out, int... values) {
    for (int value : values) {
      out.putShort((short) value);
    }
  }

  /** The real main as a handle without arguments. */
  private static MethodHandle bound(Class<?> mainClass, Method method, String[] arguments)
      throws ReflectiveOperationException {
    unlock(method);
    MethodHandle handle = MethodHandles.publicLookup().unreflect(method);
    if (handle.type().parameterCount() > 0 && handle.type().lastParameterType() == String[].class) {
      handle =
          MethodHandles.insertArguments(
              handle.asFixedArity(), handle.type().parameterCount() - 1, (Object) arguments);
    }
    if (!Modifier.isStatic(method.getModifiers())) {
      Constructor<?> constructor = mainClass.getDeclaredConstructor();
      unlock(constructor);
      MethodHandle made = MethodHandles.publicLookup().unreflectConstructor(constructor);
      handle =
          MethodHandles.collectArguments(
              handle, 0, made.asType(made.type().changeReturnType(handle.type().parameterType(0))));
    }
    return handle.asType(handle.type().changeReturnType(void.class));
  }

  /** As {@code setAccessible}; the launcher's JNI call asks no permission either. */
  private static void unlock(AccessibleObject member) {
    U.putBoolean(member, U.objectFieldOffset(AccessibleObject.class, "override"), true);
  }
}
