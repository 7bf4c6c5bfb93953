package org.greenagent.dns;

import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4_FIRST;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6_FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.greenagent.greenlet.Tests.green;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.pool.ThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResolversTest {
  private static final LookupPolicy FOUR = LookupPolicy.of(IPV4);
  private static final LookupPolicy BOTH = LookupPolicy.of(IPV4 | IPV6);

  @TempDir Path folder;

  private static List<String> texts(Stream<InetAddress> addresses) {
    return addresses.map(InetAddress::getHostAddress).toList();
  }

  private InetAddressResolver hosts(String text) throws IOException {
    return Resolvers.hosts(Files.writeString(folder.resolve("hosts"), text));
  }

  @Test
  void allFindTheSame() throws Exception {
    green(() -> {
      for (InetAddressResolver one : List.of(Resolvers.blocking(), Resolvers.onThreads())) {
        assertThat(texts(one.lookupByName("localhost", FOUR))).containsExactly("127.0.0.1");
        assertThat(texts(one.lookupByName("127.0.0.2", BOTH))).containsExactly("127.0.0.2");
        assertThatThrownBy(() -> one.lookupByName("no-such-host.invalid", BOTH))
            .isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> one.lookupByName("127.0.0.1", LookupPolicy.of(IPV6)))
            .isInstanceOf(UnknownHostException.class);
      }
    });
  }

  @Test
  void greenletsGoOnWhileAThreadAsks() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    InetAddressResolver slow =
        new InetAddressResolver() {
          @Override
          public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
              throws UnknownHostException {
            asked.countDown();
            try {
              answer.await();
            } catch (InterruptedException e) {
              throw new UnknownHostException(host);
            }
            return Stream.of(InetAddress.getLoopbackAddress());
          }

          @Override
          public String lookupByAddress(byte[] address) {
            return "name of " + address.length;
          }
        };
    green(() -> {
      InetAddressResolver resolver = Resolvers.onThreads(slow, new ThreadPool(1));
      Greenlet<List<String>> looks =
          Greenlet.spawn(() -> texts(resolver.lookupByName("any", BOTH)));
      while (asked.getCount() > 0) {
        Greenlets.yieldNow(); // on the hub that the greenlet waits on
      }
      answer.countDown();
      assertThat(looks.get()).containsExactly("127.0.0.1");
      assertThat(resolver.lookupByAddress(new byte[4])).isEqualTo("name of 4");
    });
  }

  @Test
  void aFileOfHosts() throws Exception {
    InetAddressResolver hosts =
        hosts("# a comment\n192.0.2.1 one uno # more\n\n2001:db8::1\tone\n192.0.2.2 ONE\n");
    assertThat(texts(hosts.lookupByName("one", LookupPolicy.of(IPV4 | IPV6 | IPV4_FIRST))))
        .containsExactly("192.0.2.1", "192.0.2.2", "2001:db8:0:0:0:0:0:1");
    assertThat(texts(hosts.lookupByName("One", LookupPolicy.of(IPV4 | IPV6 | IPV6_FIRST))))
        .containsExactly("2001:db8:0:0:0:0:0:1", "192.0.2.1", "192.0.2.2");
    assertThat(texts(hosts.lookupByName("uno", BOTH))).containsExactly("192.0.2.1");
    assertThat(texts(hosts.lookupByName("192.0.2.9", BOTH))).containsExactly("192.0.2.9");
    assertThat(hosts.lookupByAddress(new byte[] {(byte) 192, 0, 2, 1})).isEqualTo("one");
    assertThatThrownBy(() -> hosts.lookupByName("localhost", BOTH))
        .isInstanceOf(UnknownHostException.class)
        .hasMessage("localhost");
    assertThatThrownBy(() -> hosts.lookupByAddress(new byte[4]))
        .isInstanceOf(UnknownHostException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> hosts("\nhost 192.0.2.1\n"))
        .withMessageContaining("hosts:2");
  }
}
