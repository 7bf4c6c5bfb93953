package programs.channel;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.AtomicBoolean;

/** One thread selects what is always ready, until another one has had its turns. */
public final class ReadySelector {
  private static final int TURNS = 10;

  private ReadySelector() {}

  /** No arguments. */
  public static void main(String[] args) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Pipe pipe = Pipe.open();
    pipe.sink().write(ByteBuffer.wrap(new byte[1]));
    pipe.source().configureBlocking(false);
    try (Selector selector = Selector.open()) {
      pipe.source().register(selector, SelectionKey.OP_READ);
      Thread other =
          new Thread(() -> {
            for (int i = 0; i < TURNS; i++) {
              Thread.yield();
            }
            done.set(true);
          });
      other.start();
      while (!done.get()) {
        selector.select();
        selector.selectedKeys().clear();
        selector.selectNow();
      }
      other.join();
    }
    System.out.println("both had their turns");
  }
}
