package programs.real;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Embedded Tomcat with a servlet. */
public final class TomcatServer {
  private static final Logger LOGGER = Logger.getLogger("org.apache");

  private TomcatServer() {}

  private static final class Answer extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      response.getWriter().print("answer " + request.getParameter("n"));
    }
  }

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    LOGGER.setLevel(Level.OFF);
    Path folder = Files.createDirectories(Path.of("tomcat").toAbsolutePath());
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "answer", new Answer());
    context.addServletMappingDecoded("/", "answer");
    tomcat.start();
    String url = "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/?n=";
    System.out.println("right " + Load.run(number -> Load.get(url + number)));
    tomcat.stop();
    tomcat.destroy();
    System.out.println(tomcat.getServer().getStateName());
  }
}
