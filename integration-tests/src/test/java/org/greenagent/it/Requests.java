package org.greenagent.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A crowd that asks a web server, half of it over connections that are kept. */
final class Requests {
  private static final int CLIENTS = 10;

  /** So many requests are sent over one kept connection. */
  private static final int KEPT_FOR = 50;

  private final int port;

  Requests(int port) {
    this.port = port;
  }

  /**
   * Sends so many requests, each of whose answers must be right; returns when it is alone again.
   */
  void send(int requests) throws InterruptedException, ExecutionException {
    try (ExecutorService crowd = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int first = i * (requests / CLIENTS);
        boolean kept = i % 2 == 0;
        clients.add(
            crowd.submit(() -> {
              ask(first, requests / CLIENTS, kept ? KEPT_FOR : 1);
              return null;
            }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
    }
  }

  private void ask(int first, int requests, int perConnection) throws IOException {
    for (int done = 0; done < requests; done += perConnection) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        InputStreamReader bytes = new InputStreamReader(socket.getInputStream(), ISO_8859_1);
        BufferedReader in = new BufferedReader(bytes);
        for (int i = 0; i < perConnection; i++) {
          int number = first + done + i;
          String kind = perConnection == 1 ? "close" : "keep-alive";
          String request = "GET /" + number + " HTTP/1.1\r\nHost: a\r\nConnection: " + kind;
          socket.getOutputStream().write((request + "\r\n\r\n").getBytes(ISO_8859_1));
          String answer = answer(in);
          if (!answer.equals("answer " + number)) {
            throw new AssertionError(number + " was answered by " + answer);
          }
        }
      }
    }
  }

  private static String answer(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    char[] body = new char[length];
    int read = 0;
    while (read < length) {
      read += in.read(body, read, length - read);
    }
    return new String(body);
  }
}
