package org.greenagent.benchmarks;

import java.io.Closeable;
import java.io.IOException;

/** A client of a server that is no HTTP server: asks and waits for the answer, again and again. */
interface Dialogue extends Closeable {

  /** Opens one with the server on that loopback port. */
  @FunctionalInterface
  interface Opening {
    Dialogue open(int port) throws IOException;
  }

  /** Asks once. */
  void ask() throws IOException;
}
