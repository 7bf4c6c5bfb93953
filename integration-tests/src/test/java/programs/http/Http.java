package programs.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import programs.Cases;
import programs.Job;
import programs.net.Pair;

/** The JDK's HTTP server with both of its clients: success, errors, time-outs, many at once. */
public final class Http {
  private static final CountDownLatch NEVER = new CountDownLatch(1);
  private static String base;

  private Http() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    for (ExecutorService executor :
        List.of(Executors.newFixedThreadPool(30), Executors.newCachedThreadPool())) {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      server.setExecutor(executor);
      server.createContext("/echo", Http::echo);
      server.createContext("/size/", Http::size);
      server.createContext("/fails", exchange -> fails());
      server.createContext("/hangs", exchange -> Cases.sneak(NEVER::await));
      server.start();
      base = "http://127.0.0.1:" + server.getAddress().getPort();
      urlConnection();
      client();
      executor.shutdownNow();
      server.stop(0);
    }
    refused();
  }

  private static void echo(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("X-Method", exchange.getRequestMethod());
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void size(HttpExchange exchange) throws IOException {
    int size = Integer.parseInt(exchange.getRequestURI().getPath().replace("/size/", ""));
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(new byte[size]);
    exchange.close();
  }

  private static void fails() {
    throw new IllegalStateException("in a handler");
  }

  private static Object get(String path, int timeout) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) URI.create(base + path).toURL().openConnection();
    connection.setReadTimeout(timeout);
    try (InputStream in = connection.getInputStream()) {
      return connection.getResponseCode() + " " + in.readAllBytes().length;
    }
  }

  private static void urlConnection() {
    Cases.show("get", () -> get("/size/1000", 60_000));
    Cases.show("large", () -> get("/size/3000000", 60_000));
    Cases.show("not found", () -> text(Cases.outcome(() -> get("/nothing", 60_000))));
    Cases.show("handler fails", () -> text(Cases.outcome(() -> get("/fails", 60_000))));
    Cases.show("times out", () -> get("/hangs", 20));
    Job[] jobs = new Job[20];
    for (int i = 0; i < jobs.length; i++) {
      int size = i * 1000;
      jobs[i] = Job.start("getter", () -> get("/size/" + size, 60_000));
    }
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  private static String text(String message) {
    return message.replaceAll("127.0.0.1:[0-9]+", "HOST");
  }

  private static void client() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response =
          client.send(post("hello"), HttpResponse.BodyHandlers.ofString());
      System.out.println(response.statusCode() + response.body());
      System.out.println(response.headers().firstValue("X-Method").orElse("none"));
      List<CompletableFuture<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(
            client
                .sendAsync(post("x".repeat(i)), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> answer.body().length()));
      }
      int sum = 0;
      for (CompletableFuture<Integer> one : all) {
        sum += one.get();
      }
      System.out.println("asynchronous " + sum);
      HttpRequest hangs =
          HttpRequest.newBuilder(URI.create(base + "/hangs"))
              .timeout(Duration.ofMillis(20))
              .build();
      Cases.show("times out", () -> timesOut(client, hangs));
      HttpRequest forEver = HttpRequest.newBuilder(URI.create(base + "/hangs")).build();
      Job waiting =
          Job.blockedAs(
              Thread.State.WAITING,
              () -> client.send(forEver, HttpResponse.BodyHandlers.discarding()));
      System.out.println("interrupted " + waiting.outcomeOnInterrupt());
      client.shutdownNow();
    }
  }

  /** On a slow machine the time may be over before the connection is there, which has a subtype. */
  private static boolean timesOut(HttpClient client, HttpRequest request) throws Exception {
    try {
      client.send(request, HttpResponse.BodyHandlers.discarding());
      return false;
    } catch (HttpTimeoutException e) {
      return true;
    }
  }

  private static HttpRequest post(String body) {
    return HttpRequest.newBuilder(URI.create(base + "/echo"))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static void refused() throws Exception {
    base = "http://127.0.0.1:" + Pair.refusing().getPort();
    Cases.show("refused", () -> get("/", 0));
    try (HttpClient client = HttpClient.newHttpClient()) {
      Cases.show(
          "client refused", () -> client.send(post(""), HttpResponse.BodyHandlers.discarding()));
    }
  }
}
