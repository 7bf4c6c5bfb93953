package programs.channel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;
import programs.net.Pair;

/** Asynchronous channels, whose threads wait in the operating system themselves. */
public final class Asynchronous {
  private Asynchronous() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    try (AsynchronousServerSocketChannel server = AsynchronousServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Future<AsynchronousSocketChannel> accepting = server.accept();
      try (AsynchronousSocketChannel client = AsynchronousSocketChannel.open()) {
        client.connect(server.getLocalAddress()).get();
        AsynchronousSocketChannel accepted = accepting.get();
        ByteBuffer buffer = ByteBuffer.allocate(4);
        Job reader = Job.blockedAs(Thread.State.WAITING, () -> accepted.read(buffer).get());
        System.out.println("wrote " + client.write(ByteBuffer.allocate(3)).get());
        System.out.println("read " + reader.outcome());
        handler(client, accepted);
        Cases.show("timed", () -> accepted.read(buffer).get(1, TimeUnit.MILLISECONDS));
        accepted.close();
        System.out.println("end " + client.read(ByteBuffer.allocate(1)).get());
      }
    }
    try (AsynchronousSocketChannel refused = AsynchronousSocketChannel.open()) {
      Cases.show("refused", () -> refused.connect(Pair.refusing()).get());
    }
  }

  private static void handler(AsynchronousSocketChannel from, AsynchronousSocketChannel to)
      throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    to.read(
        ByteBuffer.allocate(2),
        "attached",
        new CompletionHandler<Integer, String>() {
          @Override
          public void completed(Integer count, String attachment) {
            System.out.println("handler " + count + " " + attachment);
            System.out.println(Thread.currentThread().getName().replaceAll("[0-9]+", "N"));
            latch.countDown();
          }

          @Override
          public void failed(Throwable e, String attachment) {
            System.out.println("failed " + Cases.describe(e));
            latch.countDown();
          }
        });
    from.write(ByteBuffer.allocate(2)).get();
    latch.await();
  }
}
