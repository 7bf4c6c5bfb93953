package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** The JDK's HTTP server and both of its HTTP clients. */
class HttpIT {
  @Test
  void exchangesEndTheSame() {
    Parity.check("http.Http");
  }
}
