package org.greenagent.agent.jmx;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.greenagent.config.ActivePatches;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Hubs;
import org.greenagent.hub.SharedHubs;

/** Registers the beans. Threads: any. Fails: never; with one line. */
public final class Beans {
  private static final String DOMAIN = "org.greenagent";

  private Beans() {}

  /**
   * Registers them in a server.
   *
   * @param server an {@link MBeanServer}
   * @param warn takes a line for the user
   */
  public static void register(Object server, Consumer<String> warn) {
    try {
      register((MBeanServer) server);
    } catch (JMException | RuntimeException | LinkageError e) {
      warn.accept("the management beans cannot be registered: " + e);
    }
  }

  /** Registers them in the platform's server, where the patch did not; called by name. */
  public static void serve() throws JMException {
    if (!ActivePatches.get().isEmpty()) {
      register(ManagementFactory.getPlatformMBeanServer());
    }
  }

  private static void register(MBeanServer server) throws JMException {
    Hubs hubs = SharedHubs.get();
    try {
      server.registerMBean(new GreenBean(hubs), new ObjectName(DOMAIN + ":type=Green"));
      for (Hub hub : hubs.all()) {
        server.registerMBean(
            new HubBean(hub), new ObjectName(DOMAIN + ":type=Hub,name=" + hub.toString()));
      }
    } catch (InstanceAlreadyExistsException there) {
      // by the patch, or by another tool
    }
  }
}
