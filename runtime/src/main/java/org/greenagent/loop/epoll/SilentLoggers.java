package org.greenagent.loop.epoll;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/**
 * Keeps Netty from looking for the program's logging framework, and from using it before main.
 *
 * <p>It is also the first thing that {@code Native} asks for while it initialises, which is the one
 * moment to load the library without Netty's own loader: earlier, {@code JNI_OnLoad} would make
 * {@code Native} initialise, and that would load the library again; later, Netty's loader has run,
 * and {@code PlatformDependent} with it, which takes ten times as long as all the rest.
 */
final class SilentLoggers extends InternalLoggerFactory {
  @Override
  protected InternalLogger newInstance(String name) {
    if (name.endsWith(".epoll.Native")) {
      NativeImage.load();
    }
    return new SilentLogger(name);
  }
}
