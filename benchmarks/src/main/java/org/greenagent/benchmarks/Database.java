package org.greenagent.benchmarks;

import java.io.IOException;

/**
 * A database server in a process of its own.
 *
 * @param driver the class of its JDBC driver
 * @param url what the driver is told
 * @param server closed to end it
 */
record Database(String driver, String url, AutoCloseable server) {

  /** PostgreSQL where it is installed, else H2. */
  static Database start(Launch launch) throws IOException, InterruptedException {
    try {
      Postgres postgres = Postgres.start();
      return new Database(
          "org.postgresql.Driver",
          "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/postgres?user=test",
          postgres);
    } catch (Missing missing) {
      Tool.progress(missing.getMessage() + ": H2 is asked instead");
    }
    Program h2 = Program.start(launch.plain("example.jdbc.DatabaseServer"));
    return new Database(
        "org.h2.Driver",
        "jdbc:h2:tcp://127.0.0.1:" + h2.port() + "/mem:test;DB_CLOSE_DELAY=-1;USER=test",
        h2);
  }

  /** Ends it. */
  void close() throws IOException {
    try {
      server.close();
    } catch (IOException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }
}
