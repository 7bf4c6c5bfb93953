package org.greenagent.process;

import java.nio.charset.Charset;

/**
 * What a process came to that has ended. Immutable, but for the arrays.
 *
 * @param status its exit status; 128 and more: the number of the signal that ended it
 * @param out what it wrote to its standard output
 * @param err what it wrote to its standard error
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Completed(int status, byte[] out, byte[] err) {
  /** Its standard output, in the encoding that the JVM has for processes. */
  public String outText() {
    return text(out);
  }

  /** Its standard error, likewise. */
  public String errText() {
    return text(err);
  }

  /**
   * This, when the status is 0.
   *
   * @throws ProcessFailedException when it is another one
   */
  public Completed check() throws ProcessFailedException {
    if (status != 0) {
      throw new ProcessFailedException(this);
    }
    return this;
  }

  private static String text(byte[] bytes) {
    String encoding = System.getProperty("native.encoding");
    return new String(
        bytes, encoding == null ? Charset.defaultCharset() : Charset.forName(encoding));
  }
}
