import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Connected ends of all kinds. */
final class Kit implements AutoCloseable {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  final List<AutoCloseable> open = new ArrayList<>();
  final ServerSocket listener = keep(new ServerSocket(0, 50, LOOPBACK));
  final Socket client = keep(new Socket(LOOPBACK, listener.getLocalPort()));
  final Socket served = keep(listener.accept());
  final ServerSocketChannel acceptor = keep(ServerSocketChannel.open());
  final SocketChannel far;
  final SocketChannel near;
  final DatagramSocket datagrams = keep(new DatagramSocket(0, LOOPBACK));
  final DatagramChannel datagramChannel = keep(DatagramChannel.open());
  final Pipe pipe = Pipe.open();
  final Selector selector = keep(Selector.open());
  final Pipe selected = Pipe.open();
  final Process cat = new ProcessBuilder("cat").start();
  final byte[] chunk = new byte[1 << 16];

  Kit() throws IOException {
    acceptor.bind(new InetSocketAddress(LOOPBACK, 0));
    far = keep(SocketChannel.open(acceptor.getLocalAddress()));
    near = keep(acceptor.accept());
    datagramChannel.bind(new InetSocketAddress(LOOPBACK, 0));
    keep(pipe.source());
    keep(pipe.sink());
    keep(selected.source());
    keep(selected.sink());
    selected.source().configureBlocking(false);
    selected.source().register(selector, SelectionKey.OP_READ);
    open.add(cat::destroy);
  }

  private <T extends AutoCloseable> T keep(T resource) {
    open.add(resource);
    return resource;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable resource : open.reversed()) {
      resource.close();
    }
  }
}
