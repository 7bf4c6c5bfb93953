package org.greenagent.it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hubs that change their OS thread at random moments: nothing lost, nothing twice, same order. */
class ChaosIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "thread.Lifecycle",
        "thread.Interrupts",
        "thread.Monitors",
        "lock.Locks",
        "lock.Synchronizers",
        "lock.Queues",
        "exec.Pools",
        "exec.Futures",
        "exec.Timers",
        "net.Sockets",
        "net.ServerSockets",
        "net.FdReuse",
        "net.ManyConnections",
        "channel.SocketChannels",
        "channel.Selectors",
        "http.Http"
      })
  void hubsThatMoveShowNoDifference(String program) {
    Parity.of(program).with(jvm -> jvm.property("green.debug.chaos", "20")).check();
  }
}
