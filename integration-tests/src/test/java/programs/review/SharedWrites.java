package programs.review;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import programs.Cases;

/** Threads that write whole frames to one blocking channel do not tear each other's. */
public final class SharedWrites {
  private static final int SIZE = 120_000;
  private static final int FRAMES = 20;
  private static final int WRITERS = 4;

  private SharedWrites() {}

  /** Writes a frame. */
  private interface Out {
    void write(byte[] frame) throws Exception;
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (ServerSocketChannel server =
            ServerSocketChannel.open().bind(new InetSocketAddress(here, 0));
        SocketChannel client = SocketChannel.open(server.getLocalAddress());
        SocketChannel peer = server.accept()) {
      InputStream in = peer.socket().getInputStream();
      frames("channel", frame -> client.write(ByteBuffer.wrap(frame)), in);
      frames("gathering", frame -> client.write(halves(frame)), in);
      frames("adaptor", client.socket().getOutputStream()::write, in);
    }
    try (ServerSocket server = new ServerSocket(0, 1, here);
        Socket client = new Socket(here, server.getLocalPort());
        Socket peer = server.accept()) {
      OutputStream out = client.getOutputStream();
      frames("socket", out::write, peer.getInputStream());
    }
    Pipe pipe = Pipe.open();
    frames(
        "pipe",
        frame -> pipe.sink().write(ByteBuffer.wrap(frame)),
        Channels.newInputStream(pipe.source()));
  }

  private static ByteBuffer[] halves(byte[] frame) {
    int half = frame.length / 2;
    return new ByteBuffer[] {
      ByteBuffer.wrap(frame, 0, half), ByteBuffer.wrap(frame, half, frame.length - half)
    };
  }

  private static void frames(String name, Out out, InputStream in) throws Exception {
    Thread[] writers = new Thread[WRITERS];
    for (int i = 0; i < WRITERS; i++) {
      byte[] frame = new byte[SIZE];
      Arrays.fill(frame, (byte) i);
      writers[i] =
          Cases.start(
              name,
              () -> {
                for (int written = 0; written < FRAMES; written++) {
                  out.write(frame);
                }
              });
    }
    boolean torn = false;
    for (int read = 0; read < WRITERS * FRAMES; read++) {
      byte[] frame = in.readNBytes(SIZE);
      for (byte one : frame) {
        torn |= one != frame[0];
      }
    }
    Cases.join(writers);
    System.out.println(name + " torn " + torn);
  }
}
