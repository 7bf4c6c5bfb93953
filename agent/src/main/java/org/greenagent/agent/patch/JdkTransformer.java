package org.greenagent.agent.patch;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Patches the classes of the JDK, loaded already or later. What fails leaves its class as it was,
 * with one line. Threads: any.
 */
final class JdkTransformer implements ClassFileTransformer {
  private final Consumer<String> warn;
  private final Set<String> failed = ConcurrentHashMap.newKeySet();

  // writes: the thread that starts the agent; reads: any
  private volatile ClassPatcher patcher;

  JdkTransformer(ClassPatcher patcher, Consumer<String> warn) {
    this.patcher = patcher;
    this.warn = warn;
  }

  /** Lets classes be patched by another patcher from now on, and forgets what failed. */
  void use(ClassPatcher next) {
    failed.clear();
    patcher = next;
  }

  /** Internal names of the types that could not be patched. */
  Set<String> failed() {
    return Set.copyOf(failed);
  }

  /** Whether classes of that loader are the JDK's. */
  @SuppressWarnings("ReferenceEquality")
  static boolean ofJdk(ClassLoader loader) {
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String type,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (type == null || !ofJdk(loader)) {
      return null;
    }
    try {
      return patcher.patch(type, module == Object.class.getModule(), loader, bytes);
    } catch (Throwable e) {
      if (failed.add(type)) {
        warn.accept("class " + type.replace('/', '.') + " is left as it is: " + e);
      }
      return null;
    }
  }
}
