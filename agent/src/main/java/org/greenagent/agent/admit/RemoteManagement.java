package org.greenagent.agent.admit;

/**
 * Tells the threads of RMI that serve the JVM's own management agent (JConsole, {@code top} and the
 * like) from those that serve the program: the former are started by the management agent, or by
 * one of them. Diagnostics must not depend on what they look at. Threads: any.
 */
final class RemoteManagement {
  private static final String RMI = "sun.rmi.";
  private static final String AGENT = "jdk.internal.agent.";
  private static final String ACCEPTS = "sun.rmi.transport.tcp.TCPTransport$AcceptLoop";

  private RemoteManagement() {}

  /** Whether tasks of that class are run by threads that have to be told apart. */
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
                    || (onOsThread && frame.getClassName().equals(ACCEPTS))));
  }
}
