package example.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Asks another server before it answers, and waits for it; a connection there for each here. */
public final class Gateway {

  private Gateway() {}

  /**
   * Arguments: the kind of threads, and the other server's port. Prints its port and serves until
   * the process is ended.
   */
  public static void main(String[] args) throws IOException {
    int backend = Integer.parseInt(args[1]);
    BlockingServer.run(args[0], () -> new Call(backend));
  }

  /** The connection to the other server. Confined to its thread. */
  private static final class Call implements Service.Session {
    private final Socket backend;
    private final byte[] answer = new byte[RequestEnds.ANSWER.length];

    Call(int port) throws IOException {
      backend = new Socket(InetAddress.getLoopbackAddress(), port);
      backend.setTcpNoDelay(true);
    }

    @Override
    public void answer(OutputStream out) throws IOException {
      backend.getOutputStream().write(RequestEnds.REQUEST);
      int count = backend.getInputStream().readNBytes(answer, 0, answer.length);
      if (count < answer.length) {
        throw new EOFException("the other server closed the connection");
      }
      out.write(answer);
    }

    @Override
    public void close() throws IOException {
      backend.close();
    }
  }
}
