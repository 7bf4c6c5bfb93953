package org.greenagent.loop.epoll;

import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/** Keeps Netty from looking for the program's logging framework, and from using it before main. */
final class SilentLoggers extends InternalLoggerFactory {
  @Override
  protected InternalLogger newInstance(String name) {
    return new SilentLogger(name);
  }
}
