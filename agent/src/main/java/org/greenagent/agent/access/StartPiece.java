package org.greenagent.agent.access;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Run by the build: writes what {@link StartClasses} defines. Which classes of the agent are in it
 * stands in {@code start-classes.txt}, in the order in which they were loaded, those first that
 * others extend.
 */
public final class StartPiece {
  private static final String LIST = "start-classes.txt";

  /** These would have to be renamed in it, as everywhere in the jar. */
  private static final Pattern RELOCATED =
      Pattern.compile("(?:io.netty|net.bytebuddy|org.objectweb.asm|picocli)/");

  private StartPiece() {}

  /**
   * Writes the piece from the classes that are on the class path.
   *
   * @throws IOException when the list names a class that does not exist, too
   */
  public static void write(Path file) throws IOException {
    ByteArrayOutputStream classes = new ByteArrayOutputStream();
    int count = 0;
    try (AgentJar jar = AgentJar.open();
        DataOutputStream out = new DataOutputStream(classes)) {
      for (String name : Bridge.CLASSES) {
        append(out, "java.lang." + name, Bridge.bytes(jar, name));
        count++;
      }
      for (String name : listed()) {
        byte[] bytes = bytes(name);
        if (!RELOCATED.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find()) {
          append(out, name, bytes);
          count++;
        }
      }
    }
    Files.createDirectories(file.getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(Bridge.CLASSES.size());
      out.writeInt(count);
      classes.writeTo(out);
    }
  }

  private static void append(DataOutputStream out, String name, byte[] bytes) throws IOException {
    out.writeShort(name.length());
    out.write(name.getBytes(StandardCharsets.ISO_8859_1));
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static List<String> listed() throws IOException {
    try (InputStream list = StartPiece.class.getResourceAsStream(LIST);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(list, StandardCharsets.ISO_8859_1))) {
      return lines.lines().toList();
    }
  }

  private static byte[] bytes(String name) throws IOException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream bytes = StartPiece.class.getClassLoader().getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IOException(LIST + " names a class that does not exist: " + name);
      }
      return bytes.readAllBytes();
    }
  }
}
