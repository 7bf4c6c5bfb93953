package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the answers of an HTTP server are, when all of one server have one length. */
final class AnswerLength {

  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
  private static final String END = "\r\n\r\n";

  private AnswerLength() {}

  /**
   * Reads it from the beginning of an answer.
   *
   * @throws IOException when the head is not complete, or does not tell
   */
  static int of(byte[] start) throws IOException {
    String text = new String(start, ISO_8859_1);
    int end = text.indexOf(END);
    Matcher length = LENGTH.matcher(text);
    if (end < 0 || !length.find() || length.start() >= end) {
      throw new IOException("no answer of a known length: " + text.lines().findFirst().orElse(""));
    }
    return end + END.length() + Integer.parseInt(length.group(1));
  }
}
