package org.greenagent.agent.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads the agent's own resources. The jar is opened directly, as the JVM has its directory at hand
 * already; a URL would open it once more and load the classes that do so. Threads: any.
 */
public final class AgentJar implements AutoCloseable {
  private final ZipFile zip;

  private AgentJar(ZipFile zip) {
    this.zip = zip;
  }

  /**
   * Opens the jar; where the classes are no jar, as in tests, the class loader is asked instead.
   */
  public static AgentJar open() throws IOException {
    Path path = path();
    return new AgentJar(
        path != null && Files.isRegularFile(path) ? new ZipFile(path.toFile()) : null);
  }

  /** The file or folder these classes come from; null when it is neither. */
  public static Path path() {
    URL location = AgentJar.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return location.getProtocol().equals("file") ? Path.of(new URI(location.toString())) : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The bytes of the resource at that path; null when there is none. */
  public byte[] read(String resource) throws IOException {
    try (InputStream in = stream(resource)) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private InputStream stream(String resource) throws IOException {
    if (zip == null) {
      return AgentJar.class.getClassLoader().getResourceAsStream(resource);
    }
    ZipEntry entry = zip.getEntry(resource);
    return entry == null ? null : zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    if (zip != null) {
      zip.close();
    }
  }
}
