package programs.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.CountDownLatch;
import programs.Job;

/** Reads that come back with less than there was room for, and what comes after them. */
public final class ShortReads {
  private static final int ROUNDS = 300;

  private ShortReads() {}

  /** One line for each case. */
  public static void main(String[] args) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      System.out.println("end with the data " + endWithData(listener));
      System.out.println("end behind the data " + endBehindData(listener));
      System.out.println("answers " + answers(listener));
      System.out.println("pieces " + pieces(listener));
      System.out.println("urgent data " + urgent(listener));
      System.out.println("time-outs " + timeOuts(listener));
      System.out.println("two readers " + twoReaders(listener));
    }
  }

  private static Socket connect(ServerSocket listener) throws IOException {
    return new Socket(listener.getInetAddress(), listener.getLocalPort());
  }

  private static Object endWithData(ServerSocket listener) throws Exception {
    Job server =
        Job.start(
            "server",
            () -> {
              for (int i = 0; i < ROUNDS; i++) {
                try (Socket peer = listener.accept()) {
                  peer.getOutputStream().write(new byte[100 + i]);
                }
              }
              return "served";
            });
    long bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      try (Socket socket = connect(listener)) {
        bytes += toEnd(socket.getInputStream());
      }
    }
    return bytes + " " + server.outcome();
  }

  private static Object endBehindData(ServerSocket listener) throws Exception {
    long bytes = 0;
    for (int i = 0; i < ROUNDS; i++) {
      try (Socket socket = connect(listener);
          Socket peer = listener.accept()) {
        Job reader = Job.start("reader", () -> toEnd(socket.getInputStream()));
        peer.getOutputStream().write(new byte[50]);
        if (i % 2 == 0) {
          Thread.yield();
        }
        peer.shutdownOutput();
        bytes += Long.parseLong(String.valueOf(reader.outcome()));
      }
    }
    return bytes;
  }

  private static long toEnd(InputStream in) throws IOException {
    byte[] buffer = new byte[4096];
    long bytes = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes += count;
    }
    return bytes;
  }

  private static Object answers(ServerSocket listener) throws Exception {
    try (Socket socket = connect(listener);
        Socket peer = listener.accept()) {
      Job echo =
          Job.start(
              "echo",
              () -> {
                byte[] buffer = new byte[512];
                InputStream in = peer.getInputStream();
                OutputStream out = peer.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                  out.write(buffer, 0, count);
                }
                return "end";
              });
      int right = 0;
      byte[] answer = new byte[512];
      for (int i = 0; i < 20 * ROUNDS; i++) {
        socket.getOutputStream().write(i);
        right += socket.getInputStream().read(answer) == 1 && answer[0] == (byte) i ? 1 : 0;
      }
      socket.shutdownOutput();
      return right + " " + echo.outcome();
    }
  }

  private static Object pieces(ServerSocket listener) throws Exception {
    try (Socket socket = connect(listener);
        Socket peer = listener.accept()) {
      Job writer =
          Job.start(
              "writer",
              () -> {
                for (int i = 0; i < 10 * ROUNDS; i++) {
                  peer.getOutputStream().write(new byte[1 + i % 97]);
                }
                peer.shutdownOutput();
                return "written";
              });
      byte[] small = new byte[61];
      long bytes = 0;
      for (int n = socket.getInputStream().read(small);
          n >= 0;
          n = socket.getInputStream().read(small)) {
        bytes += n;
      }
      return bytes + " " + writer.outcome();
    }
  }

  private static Object urgent(ServerSocket listener) throws Exception {
    try (Socket socket = connect(listener);
        Socket peer = listener.accept()) {
      socket.setOOBInline(true);
      long bytes = 0;
      for (int i = 0; i < ROUNDS; i++) {
        Job reader =
            Job.start(
                "reader",
                () -> {
                  byte[] buffer = new byte[256];
                  int read = 0;
                  while (read < 21) {
                    read += socket.getInputStream().read(buffer);
                  }
                  return read;
                });
        peer.getOutputStream().write(new byte[10]);
        peer.sendUrgentData(7);
        peer.getOutputStream().write(new byte[10]);
        bytes += Long.parseLong(String.valueOf(reader.outcome()));
      }
      return bytes;
    }
  }

  private static Object timeOuts(ServerSocket listener) throws Exception {
    try (Socket socket = connect(listener);
        Socket peer = listener.accept()) {
      socket.setSoTimeout(5);
      peer.getOutputStream().write(new byte[10]);
      int first = socket.getInputStream().readNBytes(10).length;
      int late = 0;
      for (int i = 0; i < 5; i++) {
        try {
          late += socket.getInputStream().read();
        } catch (SocketTimeoutException expected) {
          late += 1000;
        }
      }
      peer.getOutputStream().write(new byte[10]);
      socket.setSoTimeout(0);
      return first + " " + late + " " + socket.getInputStream().readNBytes(10).length;
    }
  }

  private static Object twoReaders(ServerSocket listener) throws Exception {
    try (Socket socket = connect(listener);
        Socket peer = listener.accept()) {
      CountDownLatch read = new CountDownLatch(2 * ROUNDS);
      Job[] readers = new Job[2];
      for (int i = 0; i < readers.length; i++) {
        readers[i] =
            Job.start(
                "reader " + i,
                () -> {
                  byte[] buffer = new byte[64];
                  long bytes = 0;
                  for (int n = socket.getInputStream().read(buffer);
                      n >= 0;
                      n = socket.getInputStream().read(buffer)) {
                    bytes += n;
                    for (int k = 0; k < n; k++) {
                      read.countDown();
                    }
                  }
                  return bytes;
                });
      }
      for (int i = 0; i < 2 * ROUNDS; i++) {
        peer.getOutputStream().write(i);
      }
      read.await();
      peer.shutdownOutput();
      return Long.parseLong(String.valueOf(readers[0].outcome()))
          + Long.parseLong(String.valueOf(readers[1].outcome()));
    }
  }
}
