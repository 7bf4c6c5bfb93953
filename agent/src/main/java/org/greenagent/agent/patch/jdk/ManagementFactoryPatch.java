package org.greenagent.agent.patch.jdk;

import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** Who gets the platform's server of beans finds the agent's there. */
public final class ManagementFactoryPatch extends JdkPatch {

  public ManagementFactoryPatch() {
    super(
        Patch.THREAD,
        "java.lang.management.ManagementFactory",
        "Who gets the platform's server of beans finds the agent's there.",
        new Hook.Advised(
            "getPlatformMBeanServer", "()Ljavax/management/MBeanServer;", Server.class));
  }

  @Override
  public boolean everywhere() {
    return false;
  }

  /** Hands the server out. */
  static final class Server {
    @Advice.OnMethodExit
    static void exit(@Advice.Return Object server) {
      GreenManagement.server(server);
    }
  }
}
