package programs.real;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.postgresql.PGConnection;
import programs.Cases;
import programs.Job;

/** PostgreSQL through its driver and a pool that is smaller than the crowd. The argument: a URL. */
public final class Postgres {
  private static final int CONNECTIONS = 5;

  private Postgres() {}

  /** Asks in all the ways the driver waits. */
  public static void main(String[] args) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(args[0]);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(60_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      execute(pool, "drop table if exists answers; create table answers (n int, text varchar)");
      Load.large(40, 50, number -> ask(pool, number));
      Cases.show("rows", () -> value(pool, "select count(*) || ' sum ' || sum(n) from answers"));
      Cases.show("large row", () -> value(pool, "select length(repeat('x', 5000000))"));
      locked(pool);
      notified(pool);
      timedOut(pool);
      exhausted(args[0]);
    }
    Cases.show("pool closed", () -> DriverManager.getConnection(args[0]).isValid(60));
  }

  private static String ask(HikariDataSource pool, int number) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into answers values (?, ?)")) {
        insert.setInt(1, number);
        insert.setString(2, "answer " + number);
        insert.executeUpdate();
      }
      try (PreparedStatement query =
          connection.prepareStatement("select text from answers where n = ?")) {
        query.setInt(1, number);
        try (ResultSet result = query.executeQuery()) {
          result.next();
          connection.commit();
          return result.getString(1);
        }
      }
    }
  }

  private static void locked(HikariDataSource pool) throws Exception {
    try (Connection holder = pool.getConnection();
        Statement statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(1)");
      Job waiting = Job.blockedIn("read", () -> execute(pool, "select pg_advisory_lock(1)"));
      statement.execute("select pg_advisory_unlock(1)");
      System.out.println("got the lock " + waiting.outcome());
    }
  }

  private static void notified(HikariDataSource pool) throws Exception {
    CountDownLatch listening = new CountDownLatch(1);
    Job listener =
        Job.start(
            "listener",
            () -> {
              try (Connection connection = pool.getConnection();
                  Statement statement = connection.createStatement()) {
                statement.execute("listen news");
                listening.countDown();
                return connection
                    .unwrap(PGConnection.class)
                    .getNotifications(60_000)[0]
                    .getParameter();
              }
            });
    listening.await();
    execute(pool, "notify news, 'hello'");
    System.out.println("notified " + listener.outcome());
  }

  private static void timedOut(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      Cases.show("query times out", () -> statement.execute("select pg_sleep(60)"));
      Cases.show("usable again", () -> statement.execute("select 1"));
    }
  }

  private static void exhausted(String url) throws Exception {
    try (HikariDataSource pool = single(url, 250);
        Connection only = pool.getConnection()) {
      Cases.show("the only one", () -> only.isValid(60));
      Cases.show("none left", () -> text(Cases.outcome(pool::getConnection)));
    }
    try (HikariDataSource pool = single(url, 60_000);
        Connection only = pool.getConnection()) {
      Job waiting = Job.blockedAs(Thread.State.TIMED_WAITING, pool::getConnection);
      System.out.println(text(waiting.outcomeOnInterrupt()) + only.isClosed());
    }
  }

  /** A pool of one connection, which it has from the start. */
  private static HikariDataSource single(String url, int timeout) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(timeout);
    config.setInitializationFailTimeout(60_000);
    return new HikariDataSource(config);
  }

  private static String text(String message) {
    return message.replaceAll("after [0-9]+ms|HikariPool-[0-9]+", "X");
  }

  private static boolean execute(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    }
  }

  private static String value(HikariDataSource pool, String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    }
  }
}
