package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** What stands around the servers. */
final class Stages {

  private static final int BODY_BYTES = 1 << 20;
  private static final String PASSWORD = "changeit";
  private static final String POOL = "20";

  private Stages() {}

  /** A gateway, and behind it a server that answers after a while. */
  static Stage gateway(Settings settings, int delayMillis) throws IOException {
    Program slow =
        Program.start(
            settings.launch().plain("example.http.SlowServer", Integer.toString(delayMillis)));
    return new BlockingStage(
        settings.launch(),
        "example.http.Gateway",
        List.of(Integer.toString(slow.port())),
        settings.http(),
        slow::close);
  }

  /** The usual server, with a new connection for each request. */
  static Stage shortConnections(Settings settings) {
    return new BlockingStage(
        settings.launch(), "example.http.BlockingServer", List.of(), new OwnLoad(true));
  }

  /** A server of one large file. */
  static Stage bodies(Settings settings) throws IOException {
    Path body = Scratch.file("body");
    Files.write(body, new byte[BODY_BYTES]);
    return new BlockingStage(
        settings.launch(), "example.http.FileServer", List.of(body.toString()), settings.http());
  }

  /** Datagrams that come back. */
  static Stage udp(Settings settings) {
    return new BlockingStage(
        settings.launch(),
        "example.net.UdpEchoServer",
        List.of(),
        new DialogueLoad("datagrams of 64 bytes, a socket each", UdpDialogue::new));
  }

  /** Messages that come back encrypted; the key is made anew. */
  static Stage tls(Settings settings) throws IOException, InterruptedException {
    Path keys = Scratch.file("keys.p12");
    Installed.output(
        List.of(
            Path.of(Program.java()).resolveSibling("keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD));
    SSLContext context = trusting(keys);
    return new BlockingStage(
        settings.launch(),
        "example.net.TlsEchoServer",
        List.of(keys.toString()),
        new DialogueLoad("messages of 1 KiB", port -> new TlsDialogue(context, port)));
  }

  private static SSLContext trusting(Path keys) throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      // a certificate that stands beside its key is not taken for one to trust
      KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
      KeyStore trusted = KeyStore.getInstance("PKCS12");
      trusted.load(null, null);
      trusted.setCertificateEntry("server", store.getCertificate("server"));
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException broken) {
      throw new IOException(broken);
    }
  }

  /** A server that asks a database, by a pool of connections. */
  static Stage jdbc(Settings settings) throws IOException, InterruptedException {
    Database database = Database.start(settings.launch());
    return new BlockingStage(
        settings.launch(),
        "example.jdbc.PooledServer",
        List.of(database.driver(), database.url(), POOL),
        settings.http(),
        database::close);
  }
}
