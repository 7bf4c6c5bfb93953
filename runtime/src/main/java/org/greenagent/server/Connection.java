package org.greenagent.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection that a {@link StreamServer} accepted. */
record Connection(Socket client, SSLContext tls, StreamHandler handler) implements Arrival {

  @Override
  public void serve() throws Exception {
    try (Socket plain = client;
        Socket spoken = tls == null ? plain : secured(plain)) {
      if (spoken instanceof SSLSocket secured) {
        secured.startHandshake();
      }
      handler.handle(spoken);
    }
  }

  private Socket secured(Socket plain) throws IOException {
    return tls.getSocketFactory().createSocket(plain, null, true);
  }

  @Override
  public void abandon() {
    close(client);
  }

  /** Closes it; that it cannot be told whether all was well concerns nobody any more. */
  static void close(Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      // it is closed all the same
    }
  }
}
