package org.greenagent.benchmarks;

import java.io.IOException;

/** Makes requests as fast as the server answers. */
interface Load {

  /**
   * What one run of load saw.
   *
   * @param requests answers received
   * @param seconds how long it took
   * @param p50Micros half of the answers took at most this long, in microseconds
   * @param p99Micros 99 of 100 answers took at most this long, in microseconds
   * @param errors connections that failed
   */
  record Result(long requests, double seconds, double p50Micros, double p99Micros, long errors) {}

  /** The tool's name, for the table. */
  String name();

  /**
   * Loads the server on that loopback port, over that many connections at once. The result is that
   * of the whole run, from connecting to closing.
   *
   * @throws IOException when the load could not be made; the message says why
   */
  Result run(int port, int connections, int seconds) throws IOException, InterruptedException;

  /**
   * Loads it for so long after all connections are there. What is answered before, and what
   * connecting and closing takes, lies outside of what the watch sees, and is not in the result.
   *
   * @throws IOException when the load could not be made, or the watch could not look
   */
  Result run(int port, int connections, int seconds, Watch watch)
      throws IOException, InterruptedException;
}
