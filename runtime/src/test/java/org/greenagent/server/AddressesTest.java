package org.greenagent.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void understandsItsForms() {
    assertThat(Addresses.parse("80")).isEqualTo(new InetSocketAddress(80));
    assertThat(Addresses.parse("*:80")).isEqualTo(new InetSocketAddress(80));
    assertThat(Addresses.parse("127.0.0.1:0")).hasToString("/127.0.0.1:0");
    assertThat(Addresses.parse("[::1]:65535")).hasToString("/[0:0:0:0:0:0:0:1]:65535");
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    for (String bad :
        List.of("", ":", "host", "host:", ":80", "[]:80", "a:65536", "a:-1", "::80")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Addresses.parse(bad))
          .withMessageEndingWith(": " + bad);
    }
  }
}
