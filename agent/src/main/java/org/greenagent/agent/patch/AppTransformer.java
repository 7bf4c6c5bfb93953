package org.greenagent.agent.patch;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Redirects call sites in the classes of the program, as they are loaded. What fails leaves its
 * class as it was, with one line. Threads: any.
 */
final class AppTransformer
    implements ClassFileTransformer, BiFunction<ClassLoader, byte[], byte[]> {
  private final CallSites callSites;
  private final Consumer<String> warn;
  private final boolean loadedOnly;

  /**
   * A transformer.
   *
   * @param loadedOnly whether it is for classes that were loaded before it was there, not for those
   *     that come
   */
  AppTransformer(CallSites callSites, Consumer<String> warn, boolean loadedOnly) {
    this.callSites = callSites;
    this.warn = warn;
    this.loadedOnly = loadedOnly;
  }

  @Override
  public byte[] transform(
      Module module,
      ClassLoader loader,
      String type,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if ((loadedOnly && redefined == null)
        || JdkTransformer.ofJdk(loader)
        || (type != null && !CallSites.covers(type, false))) {
      return null;
    }
    try {
      return callSites.rewrite(loader, bytes);
    } catch (Throwable e) {
      warn.accept("class " + type + " is left as it is: " + e);
      return null;
    }
  }

  /** As {@code transform}, for a class that no transformer gets to see: a hidden one. */
  @Override
  public byte[] apply(ClassLoader loader, byte[] bytes) {
    return transform(null, loader, null, null, null, bytes);
  }
}
