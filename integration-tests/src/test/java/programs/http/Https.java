package programs.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import programs.Cases;
import programs.Job;

/** TLS over loopback: sockets, the HTTPS server and client. The argument is a key store. */
public final class Https {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Https() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    SSLContext context = context(args[0]);
    sockets(context);
    server(context);
  }

  /** Keys and trust from that key store. */
  public static SSLContext context(String keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(store, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static void sockets(SSLContext context) throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, loopback)) {
      Thread acceptor =
          Cases.start(
              "acceptor",
              () -> {
                for (int i = 0; i < 6; i++) {
                  SSLSocket socket = (SSLSocket) server.accept();
                  Cases.start("connection", () -> echo(socket));
                }
              });
      Job[] jobs = new Job[4];
      for (int i = 0; i < jobs.length; i++) {
        jobs[i] = Job.start("client", () -> ask(context, server));
      }
      for (Job job : jobs) {
        System.out.println(job.outcome());
      }
      try (SSLSocket idle = connect(context, server)) {
        idle.startHandshake();
        idle.setSoTimeout(20);
        Cases.show("read times out", () -> idle.getInputStream().read());
      }
      SSLSocket closing = connect(context, server);
      closing.startHandshake();
      Job reader = Job.blockedIn("read", () -> closing.getInputStream().read());
      closing.close();
      // the end of the stream or a closed socket: which one is met first is luck
      System.out.println("closed during read " + !reader.outcome().startsWith("0"));
      Cases.join(acceptor);
    }
  }

  private static SSLSocket connect(SSLContext context, SSLServerSocket server) throws IOException {
    return (SSLSocket)
        context.getSocketFactory().createSocket(server.getInetAddress(), server.getLocalPort());
  }

  private static Object ask(SSLContext context, SSLServerSocket server) throws IOException {
    byte[] block = new byte[50_000];
    Arrays.fill(block, (byte) 'x');
    try (SSLSocket socket = connect(context, server)) {
      int read = 0;
      for (int i = 0; i < 5; i++) {
        socket.getOutputStream().write(block);
        read += socket.getInputStream().readNBytes(block.length).length;
      }
      return socket.getSession().getProtocol() + " " + read;
    }
  }

  private static void echo(SSLSocket socket) throws IOException {
    try (socket) {
      byte[] buffer = new byte[8192];
      int count;
      while ((count = socket.getInputStream().read(buffer)) > 0) {
        socket.getOutputStream().write(buffer, 0, count);
      }
    } catch (IOException e) {
      System.out.flush();
    }
  }

  private static void server(SSLContext context) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(Executors.newCachedThreadPool(Https::daemon));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestURI().getPath().getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String base = "https://localhost:" + server.getAddress().getPort();
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      for (int i = 0; i < 5; i++) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + i)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode() + response.body() + response.version());
      }
    }
    server.stop(0);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "exchange");
    thread.setDaemon(true);
    return thread;
  }
}
