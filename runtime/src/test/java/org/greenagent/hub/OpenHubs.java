package org.greenagent.hub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hubs that end with the test: a JVM may run any number of tests. */
final class OpenHubs implements AfterEachCallback {
  private final List<Hubs> open = new CopyOnWriteArrayList<>();

  Hubs hubs(int count, long handoffNanos) {
    return hubs(count, handoffNanos, 0);
  }

  Hubs hubs(int count, long handoffNanos, int chaos) {
    return hubs(Threads.options(count, handoffNanos, chaos));
  }

  Hubs hubs(HubOptions options) {
    Hubs fresh = Hubs.open(options);
    open.add(fresh);
    return fresh;
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    for (Hubs hubs : open) {
      hubs.close();
    }
  }
}
