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

  /** What is known of a method. */
  enum Answer {
    /** Thread declares it. */
    THREADS,
    /** Another class declares it, or none does. */
    ANOTHERS,
    /** A class on the way cannot be read; that is known when the call is linked. */
    UNKNOWN
  }

  private final ClassLoader loader;

  /** Reads through that loader; null is the boot loader. */
  Inheritance(ClassLoader loader) {
    this.loader = loader == null ? ClassLoader.getPlatformClassLoader() : loader;
  }

  /**
   * Whose that method of {@code owner} is: Thread's when Thread is reached and no class before it
   * has its own.
   *
   * @param self the class in which the reference stands, which need not be readable as a resource
   */
  Answer resolve(ClassBytes self, String owner, String method, String descriptor) {
    String name = owner.startsWith("[") ? null : owner;
    for (int depth = 0; depth < DEEPEST && name != null; depth++) {
      if (name.equals(THREAD)) {
        return Answer.THREADS;
      }
      ClassBytes type = name.equals(self.name()) ? self : read(name);
      if (type == null) {
        return Answer.UNKNOWN;
      }
      if (type.declaresMethod(method, descriptor)) {
        return Answer.ANOTHERS;
      }
      name = type.superName();
    }
    return Answer.ANOTHERS;
  }

  /** Null when the class cannot be found or read. */
  private ClassBytes read(String name) {
    try (InputStream in = loader.getResourceAsStream(name + ".class")) {
      return in == null ? null : new ClassBytes(in.readAllBytes());
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
