package org.greenagent.dns;

import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV4_FIRST;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6;
import static java.net.spi.InetAddressResolver.LookupPolicy.IPV6_FIRST;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Which kinds of addresses a look-up is for, and in which order. */
final class Families {
  private Families() {}

  static Stream<InetAddress> select(Stream<InetAddress> all, String host, LookupPolicy policy)
      throws UnknownHostException {
    int wanted = policy.characteristics();
    Stream<InetAddress> chosen =
        all.filter(address -> (wanted & (isFour(address) ? IPV4 : IPV6)) != 0);
    if ((wanted & IPV4_FIRST) != 0) {
      chosen = chosen.sorted(Comparator.comparing(address -> !isFour(address)));
    } else if ((wanted & IPV6_FIRST) != 0) {
      chosen = chosen.sorted(Comparator.comparing(Families::isFour));
    }
    List<InetAddress> found = chosen.toList();
    if (found.isEmpty()) {
      throw new UnknownHostException(host);
    }
    return found.stream();
  }

  private static boolean isFour(InetAddress address) {
    return address instanceof Inet4Address;
  }
}
