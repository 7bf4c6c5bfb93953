package example.echo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * The same server with one thread: a selector tells which connections can go on, and each keeps a
 * queue of what is still to be written.
 *
 * <p>Try: {@code ./green sample selector-echo-server --clients 500}
 */
public final class SelectorEchoServer implements EchoProgram.Server {

  private static final int BACKLOG = 1024;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel listener = ServerSocketChannel.open();

  /** Bound, not yet serving. */
  SelectorEchoServer(InetSocketAddress address) throws IOException {
    listener.bind(address, BACKLOG);
    listener.configureBlocking(false);
    listener.register(selector, SelectionKey.OP_ACCEPT);
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs the whole program and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return EchoProgram.run("selector-echo-server", SelectorEchoServer::new, out, err, args);
  }

  @Override
  public int port() {
    return listener.socket().getLocalPort();
  }

  @Override
  public void serve() throws IOException {
    try {
      while (listener.isOpen()) {
        selector.select();
        for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ) {
          SelectionKey key = ready.next();
          ready.remove();
          if (key.isValid()) {
            goOn(key);
          }
        }
      }
    } catch (ClosedChannelException closed) {
      if (listener.isOpen()) {
        throw closed;
      }
    } finally {
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      selector.close();
    }
  }

  @Override
  public void stop() throws IOException {
    listener.close();
    selector.wakeup();
  }

  private void goOn(SelectionKey key) throws IOException {
    if (key.attachment() instanceof EchoConnection connection) {
      try {
        connection.goOn();
      } catch (IOException | CancelledKeyException gone) {
        connection.close();
      }
    } else {
      for (SocketChannel client = listener.accept(); client != null; client = listener.accept()) {
        client.configureBlocking(false);
        SelectionKey added = client.register(selector, SelectionKey.OP_READ);
        added.attach(new EchoConnection(client, added));
      }
    }
  }
}
