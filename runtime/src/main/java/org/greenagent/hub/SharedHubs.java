package org.greenagent.hub;

import org.greenagent.config.BadSetting;
import org.greenagent.config.Settings;
import org.greenagent.vthread.JavaLang;

/**
 * The hubs that the greenlets of this JVM share: the agent's, or else some that are opened, with
 * the same settings, when they are first asked for.
 *
 * <p>Threads: any. Blocks: in {@link #get}, while another opens them.
 */
public final class SharedHubs {
  private static final Object OPENING = new Object();

  // writes: the agent, before main, or the first who asks, under OPENING
  private static volatile Hubs shared;

  private SharedHubs() {}

  /** Called by the agent, once. */
  public static void use(Hubs hubs) {
    shared = hubs;
  }

  /**
   * The hubs.
   *
   * @throws IllegalStateException when there is no agent, and {@code java.lang} is not open; the
   *     message names the option that opens it
   * @throws IllegalArgumentException when a {@code green.*} system property cannot be used
   */
  public static Hubs get() {
    Hubs hubs = shared;
    return hubs == null ? open() : hubs;
  }

  private static Hubs open() {
    JavaLang.lookup();
    synchronized (OPENING) {
      if (shared == null) {
        shared = Hubs.open(options());
      }
      return shared;
    }
  }

  private static HubOptions options() {
    try {
      Settings settings = Settings.read(System.getProperties());
      return new HubOptions(
          settings.hubs(),
          settings.handoffNanos(),
          settings.carriersWarn(),
          settings.chaos(),
          carrier -> {},
          message -> System.err.println("green: " + message),
          Watching.of(settings.watch(), null, null));
    } catch (BadSetting e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
