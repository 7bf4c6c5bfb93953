package org.greenagent.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A file in the form of {@code /etc/hosts}. Immutable once read. */
final class Hosts implements InetAddressResolver {
  private final Map<String, List<InetAddress>> addresses = new HashMap<>();
  private final Map<InetAddress, String> names = new HashMap<>();

  private Hosts() {}

  static Hosts read(Path file) throws IOException {
    Hosts hosts = new Hosts();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        hosts.add(text.split("\\s+"), file + ":" + number);
      }
    }
    return hosts;
  }

  private void add(String[] words, String where) {
    for (int i = 1; i < words.length; i++) {
      InetAddress address;
      try {
        byte[] bytes = InetAddress.ofLiteral(words[0]).getAddress();
        address = InetAddress.getByAddress(words[i], bytes);
      } catch (IllegalArgumentException | UnknownHostException e) {
        throw new IllegalArgumentException("no address: " + words[0] + " in " + where, e);
      }
      addresses.computeIfAbsent(key(words[i]), _ -> new ArrayList<>()).add(address);
      names.putIfAbsent(address, words[i]);
    }
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    List<InetAddress> known = addresses.get(key(host));
    return Families.select(known == null ? literal(host) : known.stream(), host, policy);
  }

  private static Stream<InetAddress> literal(String host) throws UnknownHostException {
    try {
      return Stream.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException noLiteral) {
      UnknownHostException unknown = new UnknownHostException(host);
      unknown.initCause(noLiteral);
      throw unknown;
    }
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    InetAddress wanted = InetAddress.getByAddress(address);
    String name = names.get(wanted);
    if (name == null) {
      throw new UnknownHostException(wanted.getHostAddress());
    }
    return name;
  }
}
