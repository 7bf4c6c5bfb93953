package org.greenagent.agent.jmx;

import org.greenagent.hub.Hub;
import org.greenagent.management.HubMXBean;

/** One hub. Threads: any. Blocks: never. */
final class HubBean implements HubMXBean {
  private final Hub hub;

  HubBean(Hub hub) {
    this.hub = hub;
  }

  @Override
  public String getName() {
    return hub.toString();
  }

  @Override
  public boolean isAsleep() {
    return hub.look().asleep();
  }

  @Override
  public int getReady() {
    return hub.look().ready();
  }

  @Override
  public int getTimers() {
    return hub.look().timers();
  }

  @Override
  public int getDescriptors() {
    return hub.look().descriptors();
  }

  @Override
  public long getSwitches() {
    return hub.look().switches();
  }

  @Override
  public long getWakeups() {
    return hub.look().wakeups();
  }

  @Override
  public long getIoWaits() {
    return hub.look().waits();
  }

  @Override
  public long getHandoffs() {
    return hub.look().handoffs();
  }

  @Override
  public long getBusyNanos() {
    return hub.look().busyNanos();
  }

  @Override
  public long getSleptNanos() {
    return hub.look().sleptNanos();
  }

  @Override
  public String getCarrier() {
    return hub.look().carrier();
  }

  @Override
  public String getRunning() {
    return Names.ofRunner(hub.look().running());
  }
}
