package org.greenagent.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.greenagent.pool.ThreadPool;

/** Has OS threads ask another resolver. */
record OnThreads(InetAddressResolver resolver, ThreadPool threads) implements InetAddressResolver {

  @Override
  public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
      throws UnknownHostException {
    return await(host, () -> resolver.lookupByName(host, policy));
  }

  @Override
  public String lookupByAddress(byte[] address) throws UnknownHostException {
    byte[] own = address.clone();
    return await("", () -> resolver.lookupByAddress(own));
  }

  private interface LookUp<T> {
    T run() throws UnknownHostException;
  }

  /** An unknown host is no failure of the pool, which would report it. */
  private record Answer<T>(T found, UnknownHostException unknown) {}

  private <T> T await(String host, LookUp<T> lookUp) throws UnknownHostException {
    Answer<T> answer;
    try {
      answer =
          threads.apply(() -> {
            try {
              return new Answer<>(lookUp.run(), null);
            } catch (UnknownHostException unknown) {
              return new Answer<T>(null, unknown);
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    } catch (ExecutionException e) {
      throw unknown(host, e.getCause());
    }
    if (answer.unknown() != null) {
      throw answer.unknown();
    }
    return answer.found();
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }
}
