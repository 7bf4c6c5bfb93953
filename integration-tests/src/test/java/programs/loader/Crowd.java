package programs.loader;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.instrument.Instrumentation;

/** Another agent, which comes with many classes. */
public final class Crowd extends ClassLoader {
  private static final int CLASSES = 500;

  private Crowd() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation given) {
    Crowd loader = new Crowd();
    for (int i = 0; i < CLASSES; i++) {
      String name = "crowd.Of" + i;
      byte[] bytes = ClassFile.of().build(ClassDesc.of(name), type -> {});
      loader.defineClass(name, bytes, 0, bytes.length);
    }
  }
}
