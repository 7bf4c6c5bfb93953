package example.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import example.http.BlockingServer;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks a database before it answers, with fewer connections to that than it has threads. */
public final class PooledServer {

  private static final long PATIENCE_MILLIS = 60_000;

  private PooledServer() {}

  /**
   * Arguments: the kind of threads, the driver's class, a JDBC URL, and the size of the pool.
   * Prints its port and serves until the process is ended.
   */
  public static void main(String[] args) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setDriverClassName(args[1]);
    config.setJdbcUrl(args[2]);
    config.setMaximumPoolSize(Integer.parseInt(args[3]));
    config.setConnectionTimeout(PATIENCE_MILLIS);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      BlockingServer.run(args[0], () -> out -> answer(pool, out));
    }
  }

  private static void answer(DataSource pool, OutputStream out) throws IOException {
    try (Connection connection = pool.getConnection();
        PreparedStatement query = connection.prepareStatement("select 1");
        ResultSet result = query.executeQuery()) {
      if (!result.next() || result.getInt(1) != 1) {
        throw new IOException("the database does not know what 1 is");
      }
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
    BlockingServer.hello(out);
  }
}
