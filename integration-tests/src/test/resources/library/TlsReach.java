import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.greenlet.Timeout;

/** What a timeout and a kill leave behind of an encrypted connection. */
public final class TlsReach {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final int RECORDS = 300;
  private static final int RECORD = 16_000;

  private TlsReach() {}

  /** Argument: the key store. */
  public static void main(String[] args) throws Exception {
    SSLContext context = context(args[0]);
    try (SSLServerSocket listener =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 50, LOOPBACK)) {
      Greenlet<SSLSocket> accepting =
          Greenlet.spawn(() -> {
            SSLSocket served = (SSLSocket) listener.accept();
            served.startHandshake();
            return served;
          });
      try (SSLSocket client =
          (SSLSocket) context.getSocketFactory().createSocket(LOOPBACK, listener.getLocalPort())) {
        client.startHandshake();
        try (SSLSocket served = accepting.get()) {
          usable(client, served); // what follows the handshake has come now
          System.out.println("main: " + timed(client, served));
          System.out.println("greenlet: " + Greenlet.spawn(() -> timed(client, served)).get());
          System.out.println("killed: " + killed(client, served));
          System.out.println("stream: " + stream(client, served));
          System.out.println("interrupted: " + Thread.currentThread().isInterrupted());
        }
      }
    }
  }

  private static SSLContext context(String file) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static String timed(SSLSocket client, SSLSocket served) throws Exception {
    boolean first = Timeout.run(SHORT, () -> client.getInputStream().read());
    boolean second = Timeout.run(SHORT, () -> client.getInputStream().read());
    return (first || second ? "read " : "timed out twice, then ") + usable(client, served);
  }

  private static String killed(SSLSocket client, SSLSocket served) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Callable<String> reads =
        () -> {
          begun.countDown();
          try {
            return "read " + client.getInputStream().read();
          } catch (GreenletExit exit) {
            return "ended";
          }
        };
    Greenlet<String> reader = Greenlet.spawn(reads);
    begun.await();
    reader.killLater(new GreenletExit());
    return reader.get() + ", then " + usable(client, served);
  }

  private static String usable(SSLSocket client, SSLSocket served) throws IOException {
    served.getOutputStream().write("abc".getBytes());
    served.getOutputStream().write("def".getBytes());
    return new String(client.getInputStream().readNBytes(6));
  }

  /**
   * Records arrive while timeouts fire. One that falls into the middle of a record ends the
   * connection, and none ever brings wrong bytes.
   */
  private static String stream(SSLSocket client, SSLSocket served) throws Exception {
    Greenlet<Void> writer = Greenlet.spawn(() -> write(served));
    InputStream in = client.getInputStream();
    byte[] buffer = new byte[RECORD];
    long[] read = new long[1];
    try {
      while (read[0] < (long) RECORDS * RECORD) {
        Timeout.run(Duration.ofNanos(200_000), () -> take(in.read(buffer), buffer, read));
      }
    } catch (IOException inTheMiddle) {
      client.close();
    }
    writer.get();
    return "right";
  }

  private static void write(SSLSocket served) throws InterruptedException {
    byte[] record = new byte[RECORD];
    try {
      for (int i = 0; i < RECORDS; i++) {
        Arrays.fill(record, (byte) i);
        served.getOutputStream().write(record);
        if (i % 10 == 0) {
          Greenlets.sleep(Duration.ofMillis(2));
        }
      }
    } catch (IOException readerHasClosed) {
      // the rest is not sent
    }
  }

  private static void take(int count, byte[] buffer, long[] read) {
    for (int i = 0; i < count; i++, read[0]++) {
      if (buffer[i] != (byte) (read[0] / RECORD)) {
        throw new IllegalStateException("wrong byte at " + read[0]);
      }
    }
  }
}
