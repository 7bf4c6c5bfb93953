package programs.handoff;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Name look-ups that hold their thread until another one lets them go. */
public final class SlowResolver extends InetAddressResolverProvider {
  private static final AtomicInteger WAITING = new AtomicInteger();
  private static volatile boolean released;

  /** For the service loader. */
  public SlowResolver() {}

  /** How many look-ups wait or have waited. */
  static int waiting() {
    return WAITING.get();
  }

  /** Lets all look-ups go. */
  static void release() {
    released = true;
  }

  @Override
  public String name() {
    return "slow";
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        if (!host.endsWith(".slow.example")) {
          return usual.lookupByName(host, policy);
        }
        WAITING.incrementAndGet();
        while (!released) {
          // like a look-up of the operating system: nothing that could yield
        }
        if (host.startsWith("unknown")) {
          throw new UnknownHostException(host + " is unknown");
        }
        return Stream.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
      }

      @Override
      public String lookupByAddress(byte[] address) throws UnknownHostException {
        return usual.lookupByAddress(address);
      }
    };
  }
}
