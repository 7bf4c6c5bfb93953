package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class WrkTest {

  private static final String REPORT =
      """
      Running 5s test @ http://127.0.0.1:8080/
        2 threads and 64 connections
        Latency Distribution
           50%  512.00us
           75%    1.10ms
           90%    2.00ms
           99%    5.80ms
        360000 requests in 5.10s, 30.00MB read
      Requests/sec:  70588.23
      """;

  @Test
  void readsRequestsTimeAndPercentiles() throws Exception {
    assertThat(Wrk.parse(REPORT)).isEqualTo(new Load.Result(360_000, 5.1, 512, 5800, 0));
  }

  @Test
  void addsUpErrors() throws Exception {
    String report = REPORT + "  Socket errors: connect 1, read 2, write 0, timeout 4\n";

    assertThat(Wrk.parse(report).errors()).isEqualTo(7);
  }

  @Test
  void tellsWhatWrkSaidInstead() {
    assertThatThrownBy(() -> Wrk.parse("unable to connect"))
        .isInstanceOf(IOException.class)
        .hasMessage("wrk did not report: unable to connect");
  }
}
