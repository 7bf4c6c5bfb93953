package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** A descriptor that is closed and handed out again must not be taken for the old one. */
class FdReuseIT {
  @Test
  void noEventIsLostWhenDescriptorsReturn() {
    Parity.check("net.FdReuse");
  }
}
