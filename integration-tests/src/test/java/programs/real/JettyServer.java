package programs.real;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Embedded Jetty with a handler. */
public final class JettyServer {
  private JettyServer() {}

  private static final class Answer extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback)
        throws InterruptedException {
      Thread.sleep(1);
      String number = Request.extractQueryParameters(request).getValue("n");
      Content.Sink.write(response, true, "answer " + number, callback);
      return true;
    }
  }

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Answer());
    server.start();
    String url = "http://127.0.0.1:" + connector.getLocalPort() + "/?n=";
    System.out.println("right " + Load.run(number -> Load.get(url + number)));
    server.stop();
    System.out.println(server.getState() + " " + StandardCharsets.UTF_8);
  }
}
