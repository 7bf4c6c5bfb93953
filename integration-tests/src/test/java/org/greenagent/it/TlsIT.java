package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** TLS sockets and HTTPS over loopback, with a key made for the run. */
class TlsIT {
  @Test
  void encryptedExchangesEndTheSame() {
    Parity.check("http.Https", Keys.selfSigned().toString());
  }
}
