package org.greenagent.agent.patch;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import org.greenagent.config.Patch;

/**
 * Patched classes that the build has computed and that stand in the jar. One is used only for the
 * very bytes it was made from, and with all toggles of its hooks on. Immutable; threads: any.
 */
final class PatchedClasses {
  /** Where they stand in the jar. */
  static final String RESOURCE = "org/greenagent/patched/classes";

  /**
   * One computed class.
   *
   * @param type internal name
   * @param toggles the toggles of its hooks, a bit each by ordinal
   * @param length length of the original bytes
   * @param checksum CRC-32 of the original bytes
   * @param bytes the hooked class, without redirected call sites
   */
  record Entry(String type, int toggles, int length, int checksum, byte[] bytes) {
    /** Whether it was made from those bytes. */
    boolean madeFrom(byte[] original) {
      return original.length == length && PatchedClasses.checksum(original) == checksum;
    }
  }

  private final String jdk;
  private final Map<String, List<Entry>> byType = new HashMap<>();
  private final Set<String> callSiteTypes;

  /**
   * What a training run has found.
   *
   * @param jdk the JDK it ran on, see {@link #runningJdk}
   * @param callSiteTypes internal names of the JDK types with call sites to redirect
   */
  PatchedClasses(String jdk, Collection<Entry> entries, Set<String> callSiteTypes) {
    this.jdk = jdk;
    this.callSiteTypes = callSiteTypes;
    for (Entry entry : entries) {
      byType.computeIfAbsent(entry.type(), type -> new ArrayList<>()).add(entry);
    }
  }

  /** Those in the jar; an empty set when the build stored none or they cannot be read. */
  static PatchedClasses ofJar() {
    try (InputStream in = PatchedClasses.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      if (in != null) {
        return read(in.readAllBytes());
      }
    } catch (IOException e) {
      // computed anew, which is only slower
    }
    return new PatchedClasses("", List.of(), Set.of());
  }

  /** Identifies the build of the running JDK: its classes are the same wherever this is. */
  static String runningJdk() {
    return System.getProperty("java.vendor.version", "")
        + ' '
        + System.getProperty("java.runtime.version")
        + ' '
        + System.getProperty("os.arch");
  }

  /** Whether the running JDK is the one of the training: then nothing can be missing in it. */
  boolean trainedHere() {
    return jdk.equals(runningJdk());
  }

  /** Whether every hooked type under those patches is stored for the running JDK. */
  boolean complete(Set<Patch> active) {
    int on = bits(active);
    if (!trainedHere()) {
      return false;
    }
    for (List<Entry> entries : byType.values()) {
      int toggles = entries.getFirst().toggles();
      if ((toggles & on) != 0 && (toggles & on) != toggles) {
        return false;
      }
    }
    return true;
  }

  /** Whether that type has hooks under those patches; meaningful only when trained here. */
  boolean hooks(String type, Set<Patch> active) {
    List<Entry> entries = byType.get(type);
    return entries != null && (entries.getFirst().toggles() & bits(active)) != 0;
  }

  /** Whether that type has call sites to redirect; meaningful only when trained here. */
  boolean hasCallSites(String type) {
    return callSiteTypes.contains(type);
  }

  /** The hooked class for those original bytes under those patches; null when not stored. */
  byte[] find(String type, byte[] original, Set<Patch> active) {
    List<Entry> entries = byType.get(type);
    if (entries == null) {
      return null;
    }
    int on = bits(active);
    for (Entry entry : entries) {
      if ((entry.toggles() & on) == entry.toggles() && entry.madeFrom(original)) {
        return entry.bytes();
      }
    }
    return null;
  }

  /** A bit for each patch, by ordinal. */
  static int bits(Set<Patch> patches) {
    int bits = 0;
    for (Patch patch : patches) {
      bits |= 1 << patch.ordinal();
    }
    return bits;
  }

  /** The patches of those bits. */
  static Set<Patch> patches(int bits) {
    EnumSet<Patch> patches = EnumSet.noneOf(Patch.class);
    for (Patch patch : Patch.values()) {
      if ((bits & 1 << patch.ordinal()) != 0) {
        patches.add(patch);
      }
    }
    return patches;
  }

  /** The checksum by which original bytes are recognised. */
  static int checksum(byte[] original) {
    CRC32 crc = new CRC32();
    crc.update(original, 0, original.length);
    return (int) crc.getValue();
  }

  /** Writes all of it in the form that {@link #read} reads. */
  void write(DataOutputStream out) throws IOException {
    out.writeUTF(jdk);
    out.writeInt(callSiteTypes.size());
    for (String type : callSiteTypes.stream().sorted().toList()) {
      out.writeUTF(type);
    }
    List<Entry> entries =
        byType.keySet().stream().sorted().flatMap(type -> byType.get(type).stream()).toList();
    out.writeInt(entries.size());
    for (Entry entry : entries) {
      out.writeUTF(entry.type());
      out.writeInt(entry.toggles());
      out.writeInt(entry.length());
      out.writeInt(entry.checksum());
      out.writeInt(entry.bytes().length);
      out.write(entry.bytes());
    }
  }

  /** Reads what {@link #write} wrote. */
  static PatchedClasses read(byte[] written) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(written))) {
      String jdk = in.readUTF();
      Set<String> callSiteTypes = new HashSet<>();
      for (int left = in.readInt(); left > 0; left--) {
        callSiteTypes.add(in.readUTF());
      }
      List<Entry> entries = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        entries.add(
            new Entry(in.readUTF(), in.readInt(), in.readInt(), in.readInt(), readBytes(in)));
      }
      return new PatchedClasses(jdk, entries, callSiteTypes);
    }
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }
}
