package programs.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;

/**
 * Many sleeping threads beside many idle connections. First argument: {@code server}, {@code
 * clients}, {@code receivers}, {@code waiters} or {@code nothing}; then the numbers. Each ends when
 * its standard input ends.
 */
public final class IdleCrowd {
  private IdleCrowd() {}

  /** Plays one part. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "server" -> server(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      case "clients" -> clients(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      case "waiters" -> waiters(Integer.parseInt(args[1]));
      case "receivers" -> receivers(Integer.parseInt(args[1]));
      case "nothing" -> System.out.println("ready");
      default -> throw new AssertionError(args[0]);
    }
    while (System.in.read() >= 0) {
      // the test closes it
    }
    System.exit(0);
  }

  private static void server(int sleepers, int connections) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < sleepers; i++) {
      threads.add(Cases.start("sleeper " + i, () -> Thread.sleep(100_000_000)));
    }
    try (ServerSocket server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
      System.out.println("port " + server.getLocalPort() + ".");
      List<Thread> readers = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        Socket socket = server.accept();
        readers.add(Cases.start("connection " + i, () -> echo(socket)));
      }
      threads.forEach(thread -> Cases.untilState(thread, Thread.State.TIMED_WAITING));
      Cases.untilIn(readers.getFirst(), "implRead");
      Cases.untilIn(readers.getLast(), "implRead");
      System.out.println("ready");
      System.out.flush();
      while (System.in.read() >= 0) {
        // the test closes it
      }
      System.exit(0);
    }
  }

  /** The first waits of this JVM for a descriptor, all at once. */
  private static void receivers(int count) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      threads.add(
          Cases.start("receiver " + i, () -> socket.receive(new DatagramPacket(new byte[10], 10))));
    }
    threads.forEach(thread -> Cases.untilIn(thread, "receive"));
    System.out.println("ready");
  }

  /** So many threads each that wait for a time, for a lock, for a queue, for a descriptor. */
  private static void waiters(int count) throws Exception {
    List<Thread> threads = new ArrayList<>();
    Object monitor = new Object();
    for (int i = 0; i < count; i++) {
      threads.add(Cases.start("sleeps " + i, () -> Thread.sleep(100_000_000)));
      threads.add(Cases.start("parks " + i, LockSupport::park));
      threads.add(Cases.start("takes " + i, () -> new LinkedBlockingQueue<>().take()));
      threads.add(
          Cases.start(
              "waits " + i,
              () -> {
                synchronized (monitor) {
                  monitor.wait();
                }
              }));
    }
    for (Thread thread : threads) {
      Cases.until(() ->
          thread.getState() == Thread.State.WAITING
              || thread.getState() == Thread.State.TIMED_WAITING);
    }
    receivers(count);
  }

  private static void echo(Socket socket) throws IOException {
    int value;
    while ((value = socket.getInputStream().read()) >= 0) {
      socket.getOutputStream().write(value);
    }
  }

  private static void clients(int port, int connections) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      channels.add(
          SocketChannel.open(
              new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
    System.out.println("connected " + channels.size());
  }
}
