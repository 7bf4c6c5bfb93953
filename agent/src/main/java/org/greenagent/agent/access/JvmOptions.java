package org.greenagent.agent.access;

/** The options that the running JVM was given. Threads: any. Fails: never. */
public final class JvmOptions {
  private JvmOptions() {}

  /**
   * Those of the command line, of argument files and of the environment, in the order in which the
   * JVM read them; works once the bridge is defined; none when they are not known.
   */
  public static String[] given() {
    GreenAccess access = JavaBase.access();
    try {
      return access == null ? new String[0] : access.options();
    } catch (LinkageError changed) {
      return new String[0];
    }
  }
}
