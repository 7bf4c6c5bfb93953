package org.greenagent.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocking stream channels: every operation, however it ends. */
class ChannelIT {
  @ParameterizedTest
  @ValueSource(strings = {"SocketChannels", "Acceptors", "UnixSockets", "Asynchronous", "Workers"})
  void operationsEndTheSame(String program) {
    Parity.check("channel." + program);
  }

  @Test
  void assertionsOfTheJdkHold() {
    Parity.of("channel.Files").with(jvm -> jvm.options("-esa")).check();
  }
}
