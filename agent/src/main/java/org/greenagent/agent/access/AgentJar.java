package org.greenagent.agent.access;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
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
    File file = file();
    return new AgentJar(file != null && file.isFile() ? new ZipFile(file) : null);
  }

  /**
   * The file or folder these classes come from; null when it is neither. No path: to make the first
   * decides on the file system, by properties of the program's.
   */
  public static File file() {
    URL location = AgentJar.class.getProtectionDomain().getCodeSource().getLocation();
    try {
      return location.getProtocol().equals("file") ? new File(new URI(location.toString())) : null;
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
