package org.greenagent.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Messages to a server that echoes them, encrypted. */
final class TlsDialogue implements Dialogue {

  private static final int BYTES = 1024;

  private final SSLSocket socket;
  private final byte[] message = new byte[BYTES];

  /** Over a new connection; the context knows whom to trust. */
  TlsDialogue(SSLContext context, int port) throws IOException {
    socket =
        (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.startHandshake();
  }

  @Override
  public void ask() throws IOException {
    socket.getOutputStream().write(message);
    if (socket.getInputStream().readNBytes(message, 0, BYTES) < BYTES) {
      throw new EOFException("the server closed the connection");
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
