package programs.real;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;
import programs.Cases;

/** H2 as a server, asked by JDBC over TCP. */
public final class Database {
  private Database() {}

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:test;DB_CLOSE_DELAY=-1";
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table answers (n int primary key, text varchar)");
      System.out.println("right " + Load.run(number -> ask(url, number)));
      try (ResultSet count = statement.executeQuery("select count(*), sum(n) from answers")) {
        count.next();
        System.out.println(count.getInt(1) + " rows, sum " + count.getInt(2));
      }
      Cases.run("same key", () -> insert(connection, 1));
    }
    server.stop();
    System.out.println("running " + server.isRunning(false));
  }

  private static void insert(Connection connection, int number) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into answers values (?, ?)")) {
      insert.setInt(1, number);
      insert.setString(2, "answer " + number);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("SQL state " + e.getSQLState());
    }
  }

  private static String ask(String url, int number) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      insert(connection, number);
      try (PreparedStatement query =
          connection.prepareStatement("select text from answers where n = ?")) {
        query.setInt(1, number);
        try (ResultSet result = query.executeQuery()) {
          result.next();
          return result.getString(1);
        }
      }
    }
  }
}
