package org.greenagent.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** TLS sockets and HTTPS over loopback, with a key made for the run. */
class TlsIT {
  @Test
  void encryptedExchangesEndTheSame() {
    Path keys = Places.newFolder("tls").resolve("keys.p12");
    Command.run(
            Places.tool("keytool"),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=dns:localhost,ip:127.0.0.1",
            "-keystore",
            keys.toString(),
            "-storepass",
            "changeit")
        .expect(0);

    Parity.check("http.Https", keys.toString());
  }
}
