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
 * <p>It relies on answers of one length: the first one tells it.
 */
final class Requester {

  private static final int BUFFER_BYTES = 256 * 1024;
  private static final long SELECT_MILLIS = 100;

  private final int port;
  private final int connections;
  private final boolean anew;
  private final Span span;
  private final Latencies latencies = new Latencies();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
  private final ByteBuffer request = ByteBuffer.allocateDirect(OwnLoad.REQUEST.length);
  private int answerBytes;
  private long errors;

  /**
   * For that many connections to a loopback port.
   *
   * @param anew whether each request has a connection of its own
   * @param span counts each connection with its first answer, and says when to end
   */
  Requester(int port, int connections, boolean anew, Span span) {
    this.port = port;
    this.connections = connections;
    this.anew = anew;
    this.span = span;
    request.put(OwnLoad.REQUEST).flip();
  }

  /**
   * One request: since when it takes, how many bytes of the answer have come, and whether there was
   * one before.
   */
  private static final class Flight {
    private boolean answered;
    private long startNanos;
    private int receivedBytes;
  }

  /** How long the answers took. */
  Latencies latencies() {
    return latencies;
  }

  /** How many connections failed. */
  long errors() {
    return errors;
  }

  /** Connects, sends and receives until the span is over, or all connections have failed. */
  void run() throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        connect(selector, new Flight());
      }
      while (!span.over() && !selector.keys().isEmpty()) {
        selector.select(this::receive, SELECT_MILLIS);
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    }
  }

  private void connect(Selector selector, Flight flight) throws IOException {
    flight.receivedBytes = 0;
    flight.startNanos = System.nanoTime();
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, flight);
    send(channel);
  }

  private void send(SocketChannel channel) throws IOException {
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
      if (answerBytes == 0) {
        byte[] start = new byte[count];
        buffer.flip().get(start);
        answerBytes = AnswerLength.of(start);
      }
      flight.receivedBytes += count;
      if (flight.receivedBytes >= answerBytes) {
        again(key, channel, flight);
      }
    } catch (IOException failed) {
      errors++;
      firstOf(flight);
      key.cancel();
      try {
        channel.close();
      } catch (IOException alreadyBroken) {
        // It is counted as failed already.
      }
    }
  }

  private void again(SelectionKey key, SocketChannel channel, Flight flight) throws IOException {
    long now = System.nanoTime();
    firstOf(flight);
    if (span.counts()) {
      latencies.add(now - flight.startNanos);
    }
    if (anew) {
      channel.close();
      connect(key.selector(), flight);
    } else {
      flight.startNanos = now;
      flight.receivedBytes = 0;
      send(channel);
    }
  }

  private void firstOf(Flight flight) {
    if (!flight.answered) {
      flight.answered = true;
      span.there();
    }
  }
}
