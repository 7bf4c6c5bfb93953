package org.greenagent.server;

import java.net.InetSocketAddress;

/** Addresses as users write them. */
final class Addresses {
  private Addresses() {}

  /**
   * Understands {@code port}, {@code host:port}, {@code *:port} and {@code [v6]:port}; port 0 means
   * any that is free.
   *
   * @throws IllegalArgumentException for other text, which the message names
   */
  static InetSocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "*" : text.substring(0, colon);
    int port = port(text, text.substring(colon + 1));
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      throw bad(text, null);
    }
    if (host.isEmpty()) {
      throw bad(text, null);
    }
    return host.equals("*") ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
  }

  private static int port(String text, String digits) {
    try {
      int port = Integer.parseInt(digits);
      if (port >= 0 && port <= 0xFFFF) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw bad(text, e);
    }
    throw bad(text, null);
  }

  private static IllegalArgumentException bad(String text, Exception cause) {
    return new IllegalArgumentException("no address of the form [host:]port: " + text, cause);
  }
}
