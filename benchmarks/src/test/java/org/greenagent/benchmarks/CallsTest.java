package org.greenagent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallsTest {

  private static final String PERF =
      """
      # started on Sat Nov 21 17:00:00 2026

      5000,,raw_syscalls:sys_enter,4000000,100.00,,
      2000,,syscalls:sys_enter_read,4000000,100.00,,
      10,,syscalls:sys_enter_recvfrom,4000000,100.00,,
      1900,,syscalls:sys_enter_write,4000000,100.00,,
      90,,syscalls:sys_enter_epoll_wait,4000000,100.00,,
      <not counted>,,syscalls:sys_enter_futex,0,100.00,,
      30,,syscalls:sys_exit_read,4000000,100.00,,
      4,,syscalls:sys_exit_recvfrom,4000000,100.00,,
      """;

  private static final String STRACE =
      """
      % time     seconds  usecs/call     calls    errors syscall
      ------ ----------- ----------- --------- --------- ----------------
       60.10    0.300000           3      2000        30 read
       39.00    0.200000           2      1900           write
        0.90    0.005000          50       100         7 futex
      ------ ----------- ----------- --------- --------- ----------------
      100.00    0.505000           2      4000        37 total
      """;

  @Test
  void perfTellsAllAndSomeByName() throws Exception {
    Calls calls = Perf.parse(PERF);

    assertThat(calls.all()).isEqualTo(5000);
    assertThat(calls.of(Calls.READS)).isEqualTo(2010);
    assertThat(calls.of(Set.of("futex"))).isZero();
    assertThat(calls.emptyReads()).isEqualTo(34);
    assertThat(calls.rest()).isEqualTo(1000);
  }

  @Test
  void straceTellsEachByName() throws Exception {
    Calls calls = Strace.parse(STRACE);

    assertThat(calls.all()).isEqualTo(4000);
    assertThat(calls.of(Calls.WRITES)).isEqualTo(1900);
    assertThat(calls.emptyReads()).isEqualTo(30);
    assertThat(calls.rest()).isZero();
  }

  @Test
  void nothingCountedIsTold() {
    assertThatThrownBy(() -> Perf.parse("no permission"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no permission");
    assertThatThrownBy(() -> Strace.parse("no permission"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no permission");
  }
}
