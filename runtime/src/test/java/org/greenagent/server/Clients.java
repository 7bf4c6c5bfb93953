package org.greenagent.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Clients and handlers of tests. */
final class Clients {
  static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private Clients() {}

  static Socket connect(Server server) throws IOException {
    return new Socket(server.address().getAddress(), server.address().getPort());
  }

  /** Sends a byte and answers the one that comes back; -1 when the connection ends first. */
  static int ask(Socket client, int sent) throws IOException {
    client.getOutputStream().write(sent);
    return client.getInputStream().read();
  }

  /** Sends back what comes, up to its end. */
  static void echo(Socket client) throws IOException {
    client.getInputStream().transferTo(client.getOutputStream());
  }

  /** A socket at a free port of the loopback interface. */
  static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** One whose first accepts fail. */
  static ServerSocket failing(int times) throws IOException {
    return new ServerSocket(0, 50, InetAddress.getLoopbackAddress()) {
      private int left = times;

      @Override
      public Socket accept() throws IOException {
        if (left > 0) {
          left--;
          throw new IOException("Too many open files");
        }
        return super.accept();
      }
    };
  }
}
