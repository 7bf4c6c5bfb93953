package org.greenagent.dns;

import java.io.IOException;
import java.net.spi.InetAddressResolver;
import java.nio.file.Path;
import java.util.Objects;
import org.greenagent.pool.ThreadPool;

/**
 * Ways to look up the names of hosts, as the JDK's {@link InetAddressResolver}. Under the agent
 * {@code InetAddress} itself holds no hub up; without it a look-up blocks the hub of the greenlet
 * that makes it, and {@link #onThreads} does not.
 *
 * <p>A program that names one of these in a {@code java.net.spi.InetAddressResolverProvider} of its
 * own has all of {@code InetAddress} use it; there {@code Configuration.builtinResolver()} is to be
 * wrapped, as {@link #blocking} asks {@code InetAddress}.
 */
public final class Resolvers {
  private Resolvers() {}

  /** Asks the system, by {@code InetAddress}; blocks the OS thread, unless the agent is there. */
  public static InetAddressResolver blocking() {
    return new Blocking();
  }

  /** Has an OS thread ask the system; {@link ThreadPool#shared} lends it. */
  public static InetAddressResolver onThreads() {
    return onThreads(blocking(), ThreadPool.shared());
  }

  /**
   * Has an OS thread of {@code threads} ask {@code resolver}. As many look-ups wait at once as it
   * has threads. An interrupt is set again and throws {@code UnknownHostException}; a kill or a
   * timeout ends the wait, and the look-up goes on unheard.
   */
  public static InetAddressResolver onThreads(InetAddressResolver resolver, ThreadPool threads) {
    return new OnThreads(Objects.requireNonNull(resolver), Objects.requireNonNull(threads));
  }

  /**
   * Knows what a file says, in the form of {@code /etc/hosts}, and literal addresses; asks nobody.
   * The file is read now.
   *
   * @throws IllegalArgumentException for a line that begins with no address
   */
  public static InetAddressResolver hosts(Path file) throws IOException {
    return Hosts.read(file);
  }
}
