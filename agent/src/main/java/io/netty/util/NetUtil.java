package io.netty.util;

/** Called as Netty's native half is loaded. Threads: any. */
public final class NetUtil {
  private NetUtil() {}

  /** Whether the sockets of Netty, of which the agent opens none, are to be IPv4's. */
  public static boolean isIpV4StackPreferred() {
    return Boolean.getBoolean("java.net.preferIPv4Stack");
  }
}
