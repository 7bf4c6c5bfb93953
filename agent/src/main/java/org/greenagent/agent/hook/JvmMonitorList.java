package org.greenagent.agent.hook;

import org.greenagent.agent.access.JavaBase;
import org.greenagent.hub.MonitorList;

/** The list of this JVM, by way of the bridge. */
final class JvmMonitorList implements MonitorList {
  private final GreenAccess access = JavaBase.access();

  JvmMonitorList() {}

  @Override
  public boolean open(Thread jdk) {
    return JavaBase.findBlocked(jdk);
  }

  @Override
  public boolean blocked(Thread virtual) {
    return access.blocked(virtual);
  }

  @Override
  public boolean listed(Thread virtual) {
    return access.unblockable(virtual);
  }

  @Override
  public void unblock() {
    access.unblock();
  }
}
