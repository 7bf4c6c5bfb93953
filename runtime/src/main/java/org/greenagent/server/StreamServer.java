package org.greenagent.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Serves connections of TCP, or of TLS over it.
 *
 * <p>A connection is closed when its handler has ended. Sockets of the Unix domain are not served.
 */
public final class StreamServer extends Server {
  private static final int BACKLOG = 128;

  private final StreamHandler handler;
  private final InetSocketAddress asked;
  private volatile ServerSocket listener; // null: not bound so far
  private volatile int backlog = BACKLOG;
  private volatile SSLContext tls; // null: none

  /** Will listen at a port of all addresses; 0 means any port that is free. */
  public StreamServer(int port, StreamHandler handler) {
    this(new InetSocketAddress(port), handler);
  }

  /**
   * Will listen at an address: {@code port}, {@code host:port}, {@code *:port}, {@code [v6]:port}.
   *
   * @throws IllegalArgumentException for other text
   */
  public StreamServer(String address, StreamHandler handler) {
    this(Addresses.parse(address), handler);
  }

  /** Will listen at an address. */
  public StreamServer(InetSocketAddress address, StreamHandler handler) {
    this.asked = Objects.requireNonNull(address);
    this.handler = Objects.requireNonNull(handler);
  }

  /**
   * Will accept from a socket, and close it.
   *
   * @param bound neither unbound nor closed, and without TLS of its own: that is {@link #tls}
   */
  public StreamServer(ServerSocket bound, StreamHandler handler) {
    if (bound instanceof SSLServerSocket) {
      throw new IllegalArgumentException("has TLS of its own: " + bound);
    }
    if (!bound.isBound() || bound.isClosed()) {
      throw new IllegalArgumentException("does not listen: " + bound);
    }
    this.asked = (InetSocketAddress) bound.getLocalSocketAddress();
    this.handler = Objects.requireNonNull(handler);
    listener = bound;
  }

  /**
   * How many that nobody has accepted may wait; at first 128. The system may have a bound of its
   * own. A given socket keeps what it has.
   *
   * @throws IllegalStateException after the start
   */
  public void backlog(int most) {
    configure(() -> backlog = most);
  }

  /**
   * Has connections speak TLS; handlers are given them after the handshake.
   *
   * @throws IllegalStateException after the start
   */
  public void tls(SSLContext context) {
    Objects.requireNonNull(context);
    configure(() -> tls = context);
  }

  @Override
  public InetSocketAddress address() {
    ServerSocket bound = listener;
    return bound == null ? asked : (InetSocketAddress) bound.getLocalSocketAddress();
  }

  @Override
  void open() throws IOException {
    if (listener != null) {
      return;
    }
    ServerSocket fresh = new ServerSocket();
    try {
      fresh.bind(asked, backlog);
    } catch (Throwable failed) {
      fresh.close();
      throw failed;
    }
    listener = fresh;
  }

  @Override
  void shut() {
    ServerSocket bound = listener;
    if (bound != null) {
      Connection.close(bound);
    }
  }

  @Override
  boolean broken() {
    return listener.isClosed();
  }

  @Override
  Arrival accept() throws IOException {
    return new Connection(listener.accept(), tls, handler);
  }
}
