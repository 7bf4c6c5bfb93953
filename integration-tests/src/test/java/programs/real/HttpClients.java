package programs.real;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import programs.Cases;

/** OkHttp and Apache HttpClient 5 against one server. */
public final class HttpClients {
  private HttpClients() {}

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(10);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(executor);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = ("answer " + exchange.getRequestURI().getQuery()).getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/?";
    okHttp(url);
    apache(url);
    server.stop(0);
    executor.shutdown();
  }

  private static void okHttp(String url) throws Exception {
    OkHttpClient client = new OkHttpClient();
    System.out.println(
        "OkHttp "
            + Load.run(number -> {
              Request request = new Request.Builder().url(url + number).build();
              try (Response response = client.newCall(request).execute()) {
                return response.body().string();
              }
            }));
    CountDownLatch latch = new CountDownLatch(30);
    for (int i = 0; i < 30; i++) {
      client.newCall(new Request.Builder().url(url + i).build()).enqueue(counting(latch));
    }
    System.out.println("asynchronous " + latch.await(1, TimeUnit.MINUTES));
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  private static Callback counting(CountDownLatch latch) {
    return new Callback() {
      @Override
      public void onFailure(Call call, java.io.IOException e) {
        System.out.println(Cases.describe(e));
      }

      @Override
      public void onResponse(Call call, Response response) {
        response.close();
        latch.countDown();
      }
    };
  }

  private static void apache(String url) throws Exception {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnPerRoute(8)
            .setMaxConnTotal(8)
            .build();
    try (CloseableHttpClient client =
        org.apache.hc.client5.http.impl.classic.HttpClients.custom()
            .setConnectionManager(connections)
            .build()) {
      System.out.println(
          "HttpClient "
              + Load.run(number ->
                  client.execute(
                      new HttpGet(url + number),
                      response -> EntityUtils.toString(response.getEntity()))));
    }
  }
}
