package org.greenagent.agent.hook;

import org.greenagent.hub.Hub;
import org.greenagent.hub.Unblocking;

/** The agent's half of {@link GreenMonitors}. */
final class Monitors extends GreenMonitors {
  private final Unblocking unblocking;

  Monitors(Unblocking unblocking) {
    this.unblocking = unblocking;
  }

  @Override
  protected void take() {
    unblocking.takes();
  }

  @Override
  protected void blocks(Thread virtual) {
    if (Hub.current() != null) {
      unblocking.blocks(virtual);
    }
  }

  @Override
  protected void ended(Thread virtual) {
    unblocking.ended(virtual);
  }
}
