package org.greenagent.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.stream.Stream;

/** Asks the system in the calling thread. */
final class Blocking implements InetAddressResolver {

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    return Families.select(Stream.of(InetAddress.getAllByName(host)), host, policy);
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    InetAddress wanted = InetAddress.getByAddress(address);
    String name = wanted.getCanonicalHostName();
    if (name.equals(wanted.getHostAddress())) {
      throw new UnknownHostException(name);
    }
    return name;
  }
}
