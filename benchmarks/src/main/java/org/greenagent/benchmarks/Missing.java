package org.greenagent.benchmarks;

/** Something that has to be installed is not; the message says what, in one line. */
final class Missing extends Exception {

  private static final long serialVersionUID = 1;

  Missing(String message) {
    super(message);
  }
}
