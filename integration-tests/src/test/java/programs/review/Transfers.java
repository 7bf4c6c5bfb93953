package programs.review;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import programs.Cases;

/** One transfer from a file to a blocking socket channel takes the whole file. */
public final class Transfers {
  private static final int SIZE = 30_000_000;

  private Transfers() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Path file = Files.createTempFile("transfers", "");
    Files.write(file, new byte[SIZE]);
    for (boolean late : new boolean[] {true, false}) {
      transfer(file, late);
    }
    Files.delete(file);
  }

  private static void transfer(Path file, boolean readLate) throws Exception {
    try (ServerSocketChannel server =
            ServerSocketChannel.open()
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        SocketChannel peer = server.accept();
        FileChannel source = FileChannel.open(file)) {
      CountDownLatch go = new CountDownLatch(readLate ? 1 : 0);
      Thread reader =
          Cases.start(
              "reader",
              () -> {
                go.await();
                InputStream in = peer.socket().getInputStream();
                System.out.println("read " + in.readAllBytes().length);
              });
      Thread sender =
          Cases.start(
              "sender",
              () -> {
                long beyond = source.transferTo(SIZE + 1, 1, client);
                long tail = source.transferTo(SIZE - 10, 100, client);
                long whole = source.transferTo(0, SIZE, client);
                System.out.println("transferred " + beyond + " " + tail + " " + whole);
                client.shutdownOutput();
              });
      if (readLate) {
        Cases.untilIn(sender, "transferTo");
      }
      go.countDown();
      Cases.join(sender);
      Cases.join(reader);
    }
  }
}
