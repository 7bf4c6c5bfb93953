package org.greenagent.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * Keeps one request in flight on each of its connections. Confined to the thread that calls {@link
 * #run}; what it found may be read when that has ended.
 *
 * <p>It relies on answers of one length: the first answer of each connection tells it.
 */
final class Requester {

  private static final int BUFFER_BYTES = 4096;
  private static final long SELECT_MILLIS = 100;

  private final int port;
  private final int connections;
  private final long runNanos;
  private final Latencies latencies = new Latencies();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer request = ByteBuffer.allocateDirect(OwnLoad.REQUEST.length);
  private long errors;

  /** For that many connections to a loopback port, for so long. */
  Requester(int port, int connections, long runNanos) {
    this.port = port;
    this.connections = connections;
    this.runNanos = runNanos;
    request.put(OwnLoad.REQUEST).flip();
  }

  /** One connection: when its request left, and how many bytes of the answer are still to come. */
  private static final class Flight {
    private long sentNanos;
    private int answerBytes;
    private int leftBytes;
  }

  /** How long the answers took. */
  Latencies latencies() {
    return latencies;
  }

  /** How many connections failed. */
  long errors() {
    return errors;
  }

  /** Connects, sends and receives until the time is over. */
  void run() throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        connect(selector);
      }
      long start = System.nanoTime();
      while (System.nanoTime() - start < runNanos && !selector.keys().isEmpty()) {
        selector.select(this::receive, SELECT_MILLIS);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }

  private void connect(Selector selector) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Flight flight = new Flight();
    channel.register(selector, SelectionKey.OP_READ, flight);
    send(channel, flight);
  }

  private void send(SocketChannel channel, Flight flight) throws IOException {
    flight.sentNanos = System.nanoTime();
    flight.leftBytes = flight.answerBytes;
    if (channel.write(request.rewind()) != OwnLoad.REQUEST.length) {
      throw new IOException("the request did not fit the socket's buffer");
    }
  }

  private void receive(SelectionKey key) {
    SocketChannel channel = (SocketChannel) key.channel();
    Flight flight = (Flight) key.attachment();
    try {
      int count = channel.read(buffer.clear());
      if (count < 0) {
        throw new IOException("the server closed the connection");
      }
      if (flight.answerBytes == 0) {
        flight.answerBytes = count;
        flight.leftBytes = count;
      }
      flight.leftBytes -= count;
      if (flight.leftBytes <= 0) {
        latencies.add(System.nanoTime() - flight.sentNanos);
        send(channel, flight);
      }
    } catch (IOException failed) {
      errors++;
      key.cancel();
      try {
        channel.close();
      } catch (IOException alreadyBroken) {
        // It is counted as failed already.
      }
    }
  }
}
