package org.greenagent.agent.patch;

import java.io.IOException;
import java.io.InputStream;

/** Class files for the tests, and a loader that defines changed ones. */
final class Classes {
  private Classes() {}

  /** The class file of a class of the tests or of the JDK. */
  static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        Classes.class.getClassLoader().getResourceAsStream(internalName(type) + ".class")) {
      return in.readAllBytes();
    }
  }

  static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** Defines the class anew in a loader of its own, verified, and makes an instance. */
  static Object make(byte[] bytes) throws ReflectiveOperationException {
    Class<?> type =
        new ClassLoader(Classes.class.getClassLoader()) {
          Class<?> define() {
            return defineClass(null, bytes, 0, bytes.length);
          }
        }.define();
    var constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
