package example.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Finds where requests without a body end, byte by byte, however they are cut into pieces. Confined
 * to one thread.
 */
final class RequestEnds {

  /** What every request is answered with. Not to be written to. */
  static final byte[] ANSWER =
      """
      HTTP/1.1 200 OK\r
      Content-Type: text/plain\r
      Content-Length: 13\r
      \r
      Hello, world!\
      """
          .getBytes(US_ASCII);

  /** What another server is asked. Not to be written to. */
  static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII);

  private static final int LENGTH = 4;

  /** How much of CR LF CR LF was seen. */
  private int seen;

  /** Takes the next byte; answers whether it was the last of a request. */
  boolean accept(byte next) {
    byte expected = (byte) ((seen & 1) == 0 ? '\r' : '\n');
    if (next == expected) {
      seen++;
    } else {
      seen = next == '\r' ? 1 : 0;
    }
    if (seen == LENGTH) {
      seen = 0;
      return true;
    }
    return false;
  }
}
