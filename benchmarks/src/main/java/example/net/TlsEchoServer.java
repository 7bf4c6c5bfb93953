package example.net;

import example.threads.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Sends back what it gets, encrypted, with a thread a connection. */
public final class TlsEchoServer {

  private static final int BACKLOG = 4096;
  private static final int LARGEST = 16_384;

  private TlsEchoServer() {}

  /**
   * Arguments: the kind of threads, and a key store with the password {@code changeit}. Prints its
   * port and serves until the process is ended.
   */
  public static void main(String[] args) throws IOException, GeneralSecurityException {
    ThreadFactory threads = Kinds.factory(args[0]);
    char[] password = "changeit".toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(new java.io.File(args[1]), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    try (ServerSocket listener =
        context
            .getServerSocketFactory()
            .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
      System.out.println(listener.getLocalPort());
      while (true) {
        Socket connection = listener.accept();
        threads.newThread(() -> echo(connection)).start();
      }
    }
  }

  private static void echo(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = connection.getInputStream();
      OutputStream out = connection.getOutputStream();
      byte[] buffer = new byte[LARGEST];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (IOException gone) {
      // The client went away; there is nobody to tell.
    }
  }
}
