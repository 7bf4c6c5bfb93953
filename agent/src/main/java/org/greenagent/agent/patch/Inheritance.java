package org.greenagent.agent.patch;

import java.io.IOException;
import java.io.InputStream;

/**
 * Resolves a static method named through a subclass of Thread, by reading the class files of its
 * super classes as resources: loading classes from inside a transformer could deadlock or recurse.
 */
final class Inheritance {
  private static final String THREAD = "java/lang/Thread";
  private static final int DEEPEST = 64;

  private final ClassLoader loader;

  /** Reads through that loader; null is the boot loader. */
  Inheritance(ClassLoader loader) {
    this.loader = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }

  /**
   * Whether that method of {@code owner} is the one that Thread declares: Thread is reached and no
   * class before it has its own.
   *
   * @param self the class in which the reference stands, which need not be readable as a resource
   */
  boolean leadsToThread(ClassBytes self, String owner, String method, String descriptor) {
    String name = owner;
    for (int depth = 0; depth < DEEPEST && name != null; depth++) {
      if (name.equals(THREAD)) {
        return true;
      }
      ClassBytes type = name.equals(self.name()) ? self : read(name);
      if (type == null || type.declaresMethod(method, descriptor)) {
        return false;
      }
      name = type.superName();
    }
    return false;
  }

  /** Null when the class cannot be found or read. */
  private ClassBytes read(String name) {
    if (name.startsWith("[")) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : new ClassBytes(in.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
