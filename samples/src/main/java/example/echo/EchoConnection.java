package example.echo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One connection of the selector server and the bytes it still owes. Confined to the server's
 * thread.
 */
final class EchoConnection {

  private static final int PIECE_BYTES = 4 * 1024;

  /**
   * Above this many waiting pieces nothing more is read: a client that does not read must not fill
   * the memory.
   */
  private static final int MOST_WAITING = 64;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private boolean inputEnded;

  /** For a channel that does not block, registered with that key. */
  EchoConnection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** Reads and writes what can be read and written now, and says what to wait for next. */
  void goOn() throws IOException {
    if (key.isReadable()) {
      read();
    }
    write();
    if (inputEnded && waiting.isEmpty()) {
      close();
      return;
    }
    int reading = inputEnded || waiting.size() >= MOST_WAITING ? 0 : SelectionKey.OP_READ;
    int writing = waiting.isEmpty() ? 0 : SelectionKey.OP_WRITE;
    key.interestOps(reading | writing);
  }

  /** Ends the connection; what was still to be written is lost. */
  void close() throws IOException {
    channel.close();
  }

  private void read() throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    inputEnded = channel.read(piece) < 0;
    if (piece.position() > 0) {
      waiting.add(piece.flip());
    }
  }

  private void write() throws IOException {
    while (!waiting.isEmpty()) {
      ByteBuffer piece = waiting.element();
      channel.write(piece);
      if (piece.hasRemaining()) {
        return;
      }
      waiting.remove();
    }
  }
}
