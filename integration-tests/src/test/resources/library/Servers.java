import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.greenagent.dns.Resolvers;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.pool.Pool;
import org.greenagent.process.Completed;
import org.greenagent.process.Subprocess;
import org.greenagent.server.BackdoorServer;
import org.greenagent.server.DatagramServer;
import org.greenagent.server.StreamServer;
import org.greenagent.watch.ChannelWait;

/** Servers of the library, their clients in threads and greenlets, processes and names. */
public final class Servers {
  private static final int CLIENTS = 20;
  private static final int EACH = 20;
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private static DatagramServer datagrams;

  private Servers() {}

  public static void main(String[] args) throws Exception {
    stream(new StreamServer(ANY, Servers::echo), "stream", null);
    StreamServer pooled = new StreamServer(ANY, Servers::echo);
    pooled.pool(new Pool(3));
    stream(pooled, "pooled", null);
    SSLContext tls = tls(Path.of(args[0]));
    StreamServer secured = new StreamServer(ANY, Servers::echo);
    secured.tls(tls);
    stream(secured, "tls", tls);
    datagram();
    stops();
    processes();
    backdoor();
    System.out.println(
        "resolved: "
            + Resolvers.onThreads()
                .lookupByName("localhost", LookupPolicy.of(LookupPolicy.IPV4))
                .toList());
    Pipe pipe = Pipe.open();
    pipe.source().configureBlocking(false);
    Greenlet<Boolean> waits = Greenlet.spawn(() -> ChannelWait.readable(pipe.source(), null));
    Greenlets.yieldNow();
    pipe.sink().write(ByteBuffer.allocate(1));
    System.out.println("readable: " + waits.get());
  }

  private static void echo(Socket client) throws IOException {
    client.getInputStream().transferTo(client.getOutputStream());
  }

  private static void stream(StreamServer server, String what, SSLContext tls) throws Exception {
    server.start();
    int sum =
        clients(() -> {
          int port = server.address().getPort();
          InetAddress host = server.address().getAddress();
          try (Socket client =
              tls == null
                  ? new Socket(host, port)
                  : tls.getSocketFactory().createSocket(host, port)) {
            int got = 0;
            for (int i = 1; i <= EACH; i++) {
              client.getOutputStream().write(i);
              got += client.getInputStream().read();
            }
            return got;
          }
        });
    server.stop(Duration.ofSeconds(60));
    System.out.println(what + ": " + sum);
  }

  /** Half of them threads of the program, half of them greenlets. */
  private static int clients(Callable<Integer> client) throws Exception {
    List<FutureTask<Integer>> threads = new ArrayList<>();
    List<Greenlet<Integer>> greenlets = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      FutureTask<Integer> task = new FutureTask<>(client);
      threads.add(task);
      new Thread(task).start();
      greenlets.add(Greenlet.spawn(client));
    }
    int sum = 0;
    for (int i = 0; i < CLIENTS; i++) {
      sum += threads.get(i).get() + greenlets.get(i).get();
    }
    return sum;
  }

  private static void datagram() throws Exception {
    datagrams = new DatagramServer(ANY, (data, from) -> datagrams.sendTo(data, from));
    datagrams.pool(new Pool(5));
    datagrams.start();
    int sum =
        clients(() -> {
          try (DatagramSocket client = new DatagramSocket(ANY)) {
            int got = 0;
            for (int i = 1; i <= EACH; i++) {
              client.send(new DatagramPacket(new byte[] {(byte) i}, 1, datagrams.address()));
              DatagramPacket answer = new DatagramPacket(new byte[10], 10);
              client.receive(answer);
              got += answer.getData()[0];
            }
            return got;
          }
        });
    datagrams.stop();
    System.out.println("datagram: " + sum);
  }

  /** A server ends handlers that read. */
  private static void stops() throws Exception {
    StreamServer server = new StreamServer(ANY, Servers::echo);
    server.start();
    try (Socket client = new Socket(server.address().getAddress(), server.address().getPort())) {
      client.getOutputStream().write(1);
      System.out.print("stopped: " + client.getInputStream().read());
      server.stop(Duration.ZERO);
      System.out.println(" " + client.getInputStream().read());
    }
  }

  private static void processes() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "cat; echo pineapple >&2; exit 3");
    Completed done = Subprocess.run(builder, "banana".getBytes(), Duration.ofSeconds(60));
    System.out.println(done.status() + " " + done.outText() + " " + done.errText().strip());
    List<Greenlet<String>> several = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String number = String.valueOf(i);
      several.add(Greenlet.spawn(() -> Subprocess.checkOutput("echo", number).strip()));
    }
    for (Greenlet<String> one : several) {
      System.out.print(one.get() + " ");
    }
    System.out.println();
  }

  private static void backdoor() throws Exception {
    BackdoorServer backdoor = new BackdoorServer(0);
    backdoor.local("answer", 42);
    backdoor.start();
    try (Socket client = new Socket(backdoor.address().getAddress(), backdoor.address().getPort());
        InputStream in = client.getInputStream()) {
      client.getOutputStream().write("answer + 1\nThread.sleep(1)\nquit\n".getBytes());
      BufferedReader lines = new BufferedReader(new InputStreamReader(in));
      lines.readLine(); // the banner
      System.out.println("backdoor: " + lines.readLine());
    }
    backdoor.stop();
    try {
      new BackdoorServer(new InetSocketAddress("0.0.0.0", 0));
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }

  private static SSLContext tls(Path file) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
