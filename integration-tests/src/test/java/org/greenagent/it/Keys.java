package org.greenagent.it;

import java.nio.file.Path;

/** Keys made for one test. */
final class Keys {
  private Keys() {}

  /** A new key store with a certificate for the loopback interface; its password: changeit. */
  static Path selfSigned() {
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
    return keys;
  }
}
