package org.greenagent.benchmarks;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** Datagrams to a server that echoes them, from the socket that it answers the first one with. */
final class UdpDialogue implements Dialogue {

  private static final int BYTES = 64;
  private static final int PATIENCE_MILLIS = 5000;

  private final DatagramSocket socket = new DatagramSocket();
  private final DatagramPacket packet = new DatagramPacket(new byte[BYTES], BYTES);

  /** The first datagram goes to that loopback port. */
  UdpDialogue(int port) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    packet.setAddress(InetAddress.getLoopbackAddress());
    packet.setPort(port);
    ask();
    socket.connect(packet.getSocketAddress());
  }

  @Override
  public void ask() throws IOException {
    socket.send(packet);
    socket.receive(packet);
  }

  @Override
  public void close() throws IOException {
    try (socket) {
      packet.setLength(0); // tells the server, which cannot know otherwise
      socket.send(packet);
    }
  }
}
