package example.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import org.h2.tools.Server;

/** H2, where there is no PostgreSQL. */
public final class DatabaseServer {

  private DatabaseServer() {}

  /** Prints its port and serves until its standard input ends. */
  public static void main(String[] args) throws SQLException, IOException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    System.out.println(server.getPort());
    System.in.read();
    server.stop();
  }
}
