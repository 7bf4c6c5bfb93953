package org.greenagent.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.Objects;

/**
 * Serves datagrams of UDP, each in a greenlet of its own. While its pool is full they wait in the
 * system's buffer, which drops what it has no room for.
 *
 * <p>A datagram that is longer than {@link #mostBytes} is cut. After {@link #close} nothing can be
 * sent any more: handlers that go on fail when they try.
 */
public final class DatagramServer extends Server {
  private static final int MOST_BYTES = 8192;

  private final DatagramHandler handler;
  private volatile InetSocketAddress address; // asked for, then bound to
  private volatile DatagramSocket socket; // null: not bound so far
  private volatile int mostBytes = MOST_BYTES;
  private byte[] buffer; // of the one greenlet that receives

  /** Will receive at a port of all addresses; 0 means any port that is free. */
  public DatagramServer(int port, DatagramHandler handler) {
    this(new InetSocketAddress(port), handler);
  }

  /**
   * Will receive at an address: {@code port}, {@code host:port}, {@code *:port}, {@code [v6]:port}.
   *
   * @throws IllegalArgumentException for other text
   */
  public DatagramServer(String address, DatagramHandler handler) {
    this(Addresses.parse(address), handler);
  }

  /** Will receive at an address. */
  public DatagramServer(InetSocketAddress address, DatagramHandler handler) {
    this.address = Objects.requireNonNull(address);
    this.handler = Objects.requireNonNull(handler);
  }

  /**
   * Will receive from a socket, and close it.
   *
   * @param bound neither unbound nor closed
   */
  public DatagramServer(DatagramSocket bound, DatagramHandler handler) {
    if (!bound.isBound() || bound.isClosed()) {
      throw new IllegalArgumentException("does not receive: " + bound);
    }
    this.address = (InetSocketAddress) bound.getLocalSocketAddress();
    this.handler = Objects.requireNonNull(handler);
    socket = bound;
  }

  /**
   * How many bytes of a datagram are kept; at first 8192.
   *
   * @param most at least 1
   * @throws IllegalStateException after the start
   */
  public void mostBytes(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("no room for a byte: " + most);
    }
    configure(() -> mostBytes = most);
  }

  /**
   * Sends a datagram from the address of this server. Any thread.
   *
   * @throws IOException when it cannot be sent, or the server was closed
   * @throws IllegalStateException before the start
   */
  public void sendTo(byte[] data, SocketAddress to) throws IOException {
    DatagramSocket bound = socket;
    if (bound == null) {
      throw new IllegalStateException("was not started: " + this);
    }
    bound.send(new DatagramPacket(data, data.length, to));
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  void open() throws IOException {
    if (socket == null) {
      DatagramSocket fresh = new DatagramSocket(address);
      address = (InetSocketAddress) fresh.getLocalSocketAddress();
      socket = fresh;
    }
  }

  @Override
  void shut() {
    DatagramSocket bound = socket;
    if (bound != null) {
      bound.close();
    }
  }

  @Override
  boolean broken() {
    return socket.isClosed();
  }

  @Override
  Arrival accept() throws IOException {
    if (buffer == null) {
      buffer = new byte[mostBytes];
    }
    DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
    socket.receive(packet);
    byte[] data = Arrays.copyOf(packet.getData(), packet.getLength());
    return new Datagram(data, (InetSocketAddress) packet.getSocketAddress(), handler);
  }
}
