package programs.real;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server with a pool, asked by a crowd. */
public final class JdkServer {
  private JdkServer() {}

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(10, task -> new Thread(task, "server"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(pool);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = ("answer " + exchange.getRequestURI().getQuery()).getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/?";
    Load.large(40, 75, number -> Load.get(url + number));
    Census.threads("server", 10);
    server.stop(0);
    pool.shutdown();
  }
}
