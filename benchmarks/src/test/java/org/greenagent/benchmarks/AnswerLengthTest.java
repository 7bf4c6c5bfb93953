package org.greenagent.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnswerLengthTest {

  private static int length(String start) throws IOException {
    return AnswerLength.of(start.getBytes(US_ASCII));
  }

  @Test
  void isThatOfHeadAndBody() throws Exception {
    assertThat(length("HTTP/1.1 200 OK\r\ncontent-length: 70000\r\nX: y\r\n\r\nbody"))
        .isEqualTo(70_048);
  }

  @Test
  void mustBeInACompleteHead() {
    assertThatThrownBy(() -> length("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n"))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> length("HTTP/1.1 404 No\r\n\r\n\r\nContent-Length: 7\r\n"))
        .hasMessage("no answer of a known length: HTTP/1.1 404 No");
  }
}
