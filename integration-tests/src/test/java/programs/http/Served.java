package programs.http;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import programs.Cases;

/**
 * A web server that is asked from outside, with a thread for each connection or a pool; on demand
 * one that leaks at every tenth request. It ends with its standard input.
 */
public final class Served {
  private static final List<Object> LEAKED = Collections.synchronizedList(new ArrayList<>());

  private static String leak;

  private Served() {}

  /** {@code threads} or {@code pool}, and {@code nothing}, {@code objects} or {@code files}. */
  public static void main(String[] args) throws IOException {
    leak = args[1];
    InetAddress here = InetAddress.getLoopbackAddress();
    if (args[0].equals("threads")) {
      ServerSocket server = new ServerSocket(0, 100, here);
      Thread acceptor = new Thread(() -> accept(server), "acceptor");
      acceptor.setDaemon(true);
      acceptor.start();
      ready(server.getLocalPort());
    } else {
      pooled(HttpServer.create(new InetSocketAddress(here, 0), 100));
    }
  }

  private static void ready(int port) throws IOException {
    System.out.println("port " + port + ".");
    while (System.in.read() >= 0) {}
    System.out.println("leaked " + LEAKED.size());
  }

  private static void pooled(HttpServer server) throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(10);
    server.setExecutor(pool);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = answer(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    ready(server.getAddress().getPort());
    server.stop(0);
    pool.shutdown();
  }

  private static void accept(ServerSocket server) {
    Cases.sneak(() -> {
      while (true) {
        Socket socket = server.accept();
        Cases.start("connection", () -> converse(socket));
      }
    });
  }

  private static void converse(Socket socket) throws IOException {
    try (socket) {
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      OutputStream out = socket.getOutputStream();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean last = false;
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
          last |= header.equalsIgnoreCase("connection: close");
        }
        String body = new String(answer(line.split(" ")[1]));
        // at once: the second of two short writes waits until the first is acknowledged
        out.write(
            ("HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes());
        if (last) {
          return;
        }
      }
    }
  }

  private static byte[] answer(String path) throws IOException {
    if (path.endsWith("0") && !leak.equals("nothing")) {
      LEAKED.add(leak.equals("files") ? new FileInputStream("/dev/null") : new Thread(path));
    }
    return ("answer " + path.substring(1)).getBytes();
  }
}
