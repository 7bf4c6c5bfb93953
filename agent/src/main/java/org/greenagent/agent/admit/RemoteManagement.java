package org.greenagent.agent.admit;

import java.util.Set;

/**
 * Tells the threads of RMI that serve the JVM's own management agent (JConsole, {@code top} and the
 * like) from those that serve the program: the former are started by the management agent, or by
 * one of them. Diagnostics must not depend on what they look at. Threads: any.
 */
final class RemoteManagement {
  private static final String RMI = "sun.rmi.";
  private static final String AGENT = "jdk.internal.agent.";
  private static final Set<String> SERVES =
      Set.of(
          "sun.rmi.transport.tcp.TCPTransport$AcceptLoop",
          "sun.rmi.transport.tcp.TCPTransport$ConnectionHandler");

  private RemoteManagement() {}

  /** Whether tasks of that class, or of a pool with a factory of it, have to be told apart. */
  static boolean mayServe(Class<?> type) {
    return type.getClassLoader() == null && type.getName().startsWith(RMI);
  }

  /** Whether the current thread is starting one for the management agent. */
  static boolean starting() {
    boolean onOsThread = !Thread.currentThread().isVirtual();
    return StackWalker.getInstance()
        .walk(frames ->
            frames.anyMatch(frame ->
                frame.getClassName().startsWith(AGENT)
                    || (onOsThread && SERVES.contains(frame.getClassName()))));
  }
}
