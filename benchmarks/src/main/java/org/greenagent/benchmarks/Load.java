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
   * Loads the server on that loopback port, over that many connections at once.
   *
   * @throws IOException when the load could not be made; the message says why
   */
  Result run(int port, int connections, int seconds) throws IOException, InterruptedException;
}
