package org.greenagent.loop.epoll;

import static java.lang.invoke.MethodType.methodType;

import io.netty.util.internal.logging.InternalLogger;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import org.greenagent.vthread.JavaLang;

/**
 * The shared object inside the jar: copied to the temporary folder, loaded, and deleted at once,
 * which Linux allows while it is mapped.
 *
 * <p>Threads: confined to whoever initialises {@code Native}. Fails: {@link UnsatisfiedLinkError}.
 */
final class NativeImage {
  private static final String FOLDER = "META-INF/native/";
  private static final int ATTEMPTS = 16;

  private NativeImage() {}

  static void load() {
    String name = name();
    try (InputStream image =
        NativeImage.class.getClassLoader().getResourceAsStream(FOLDER + name + ".so")) {
      if (image == null) {
        throw new UnsatisfiedLinkError("no " + FOLDER + name + ".so on the class path");
      }
      load(image.readAllBytes(), name);
    } catch (IOException e) {
      throw new UnsatisfiedLinkError("no copy in " + folder() + ": " + e.getMessage());
    }
  }

  private static void load(byte[] image, String name) throws IOException {
    File file = create(name);
    try {
      try (FileOutputStream out = new FileOutputStream(file)) {
        out.write(image);
      }
      load0().invokeExact(Runtime.getRuntime(), NativeImage.class, file.getPath());
    } catch (Error | IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    } finally {
      if (!file.delete()) {
        file.deleteOnExit();
      }
    }
  }

  /**
   * What {@code System.load} calls once it has asked for native access: neither the program nor the
   * agent has to grant that to the whole class path, so nothing changes for the program's own
   * native code, and Netty does not set up the foreign linker, which would take longer than all the
   * rest.
   */
  private static MethodHandle load0() throws ReflectiveOperationException {
    return JavaLang.lookup()
        .findVirtual(Runtime.class, "load0", methodType(void.class, Class.class, String.class));
  }

  /**
   * A new file. The library finds out from the name of its file in which package its classes are,
   * so the name must begin as it does in the jar.
   */
  private static File create(String name) throws IOException {
    File folder = folder();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String unique = "_" + Long.toHexString(System.nanoTime()) + "_" + attempt;
      File file = new File(folder, name + unique + ".so");
      if (file.createNewFile()) {
        return file;
      }
    }
    throw new IOException("no name is free in " + folder);
  }

  private static File folder() {
    return new File(System.getProperty("java.io.tmpdir")).getAbsoluteFile();
  }

  /** The name of the shared object, which is renamed with the package of its classes. */
  private static String name() {
    String type = InternalLogger.class.getName();
    String before = type.substring(0, type.indexOf(".netty.") - "io".length());
    return "lib" + before.replace('.', '_') + "netty_transport_native_epoll_" + processor();
  }

  private static String processor() {
    String processor = System.getProperty("os.arch");
    return switch (processor) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "aarch_64";
      default -> throw new UnsatisfiedLinkError("no epoll library for " + processor);
    };
  }
}
