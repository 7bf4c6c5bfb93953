package example.net;

import example.threads.Kinds;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadFactory;

/**
 * Sends datagrams back. The first of each client gets its answer from a new socket, with a thread
 * of its own, that the client talks to from then on; so does TFTP.
 */
public final class UdpEchoServer {

  private static final int LARGEST = 2048;

  private UdpEchoServer() {}

  /** The argument is the kind of threads. Prints its port and serves until the process is ended. */
  public static void main(String[] args) throws IOException {
    ThreadFactory threads = Kinds.factory(args[0]);
    try (DatagramSocket listener = socket()) {
      System.out.println(listener.getLocalPort());
      serve(listener, threads);
    }
  }

  /** Serves until receiving fails, as it does when the socket is closed. */
  public static void serve(DatagramSocket listener, ThreadFactory threads) throws IOException {
    while (true) {
      DatagramPacket first = new DatagramPacket(new byte[LARGEST], LARGEST);
      listener.receive(first);
      threads.newThread(() -> echo(first)).start();
    }
  }

  private static DatagramSocket socket() throws IOException {
    return new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static void echo(DatagramPacket packet) {
    try (DatagramSocket socket = socket()) {
      socket.connect(packet.getSocketAddress());
      while (packet.getLength() > 0) { // an empty one is the last
        socket.send(packet);
        packet.setLength(LARGEST);
        socket.receive(packet);
      }
    } catch (IOException gone) {
      // The client went away; there is nobody to tell.
    }
  }
}
