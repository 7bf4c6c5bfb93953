package example.downloader;

import example.downloader.Cause.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches one file with blocking calls: connect, read, write, verify, rename. Any thread; many at
 * once.
 *
 * <p>The bytes go to {@code NAME.part}. Only when their number and checksum are right is that file
 * renamed, in one step, to its final name; otherwise it is deleted.
 */
final class Fetcher {

  /** RFC 9530: the digest of the very bytes sent. */
  private static final Pattern DIGEST = Pattern.compile("sha-256=:([A-Za-z0-9+/=]+):");

  private static final int BUFFER_BYTES = 16 * 1024;

  private final Path folder;
  private final int timeoutMillis;
  private final Progress progress;

  /**
   * Fetches into a folder that exists; a connect or a read that takes longer than the timeout
   * fails.
   */
  Fetcher(Path folder, int timeoutMillis, Progress progress) {
    this.folder = folder;
    this.timeoutMillis = timeoutMillis;
    this.progress = progress;
  }

  /**
   * Fetches one file and tells the progress about it. Never throws for what the network or the disk
   * does.
   */
  Outcome fetch(Download download) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = transfer(download, start);
    } catch (IOException | RuntimeException failure) {
      outcome = new Outcome.Failed(download, System.nanoTime() - start, Cause.of(failure));
    }
    progress.ended(outcome);
    return outcome;
  }

  private Outcome transfer(Download download, long start) throws IOException {
    URI uri = download.uri().orElseThrow(() -> new Refused("not an http or https URL"));
    Path part = folder.resolve(download.name() + ".part");
    HttpURLConnection connection = open(uri);
    try {
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new Refused("HTTP " + status + " " + connection.getResponseMessage());
      }
      long announced = connection.getContentLengthLong();
      progress.started(download, announced);
      String received = receive(download, connection, part);
      long bytes = Files.size(part);
      if (announced >= 0 && bytes != announced) {
        throw new Refused("truncated: " + bytes + " of " + announced + " bytes arrived");
      }
      String stored = checksum(part);
      verify("file on disk", stored, Optional.of(received));
      verify("body", stored, announcedDigest(connection));
      verify("file", stored, download.sha256());
      Files.move(
          part,
          folder.resolve(download.name()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new Outcome.Saved(download, System.nanoTime() - start, bytes, stored);
    } catch (IOException | RuntimeException failure) {
      connection.disconnect();
      Files.deleteIfExists(part);
      throw failure;
    }
  }

  private HttpURLConnection open(URI uri) throws IOException {
    URLConnection connection = uri.toURL().openConnection();
    connection.setConnectTimeout(timeoutMillis);
    connection.setReadTimeout(timeoutMillis);
    return (HttpURLConnection) connection;
  }

  /** Copies the body to the disk; answers the checksum of what came in. */
  private String receive(Download download, HttpURLConnection connection, Path part)
      throws IOException {
    MessageDigest digest = sha256();
    try (InputStream body = new DigestInputStream(connection.getInputStream(), digest);
        OutputStream file = Files.newOutputStream(part)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        file.write(buffer, 0, count);
        progress.advanced(download, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String checksum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream stored = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int count = stored.read(buffer); count >= 0; count = stored.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Optional<String> announcedDigest(HttpURLConnection connection) {
    String header = connection.getHeaderField("Repr-Digest");
    Matcher digest = DIGEST.matcher(header == null ? "" : header);
    return digest.find()
        ? Optional.of(HexFormat.of().formatHex(Base64.getDecoder().decode(digest.group(1))))
        : Optional.empty();
  }

  private static void verify(String what, String actual, Optional<String> expected) throws Refused {
    if (expected.isPresent() && !expected.get().equals(actual)) {
      throw new Refused(
          "checksum: the " + what + " has " + actual + ", expected " + expected.get());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
