package org.greenagent.agent.patch;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.greenagent.agent.access.AgentJar;
import org.greenagent.config.Patch;

/**
 * Patched classes that the build has computed and that stand in the jar. One is used only for the
 * very class, with or without debug information, and the very toggles it was made with. Immutable;
 * threads: any. Read before main: no lambdas.
 */
final class PatchedClasses {
  /** Where those for all patches together stand in the jar: what nearly every program needs. */
  static final String ALL_ON = "org/greenagent/patched/all-on";

  /** Where those for every other choice stand. */
  static final String OTHERS = "org/greenagent/patched/others";

  private final boolean trainedHere;
  private final String jdk;
  private final Map<String, List<PatchedClass>> byType = new HashMap<>();
  private final Set<String> callSiteTypes;

  /**
   * What a training run has found.
   *
   * @param jdk the JDK it ran on, see {@link #runningJdk}
   * @param callSiteTypes internal names of the JDK types with call sites to redirect
   */
  PatchedClasses(String jdk, Collection<PatchedClass> classes, Set<String> callSiteTypes) {
    this.jdk = jdk;
    this.trainedHere = jdk.equals(runningJdk());
    this.callSiteTypes = callSiteTypes;
    for (PatchedClass one : classes) {
      List<PatchedClass> ofType = byType.get(one.type());
      if (ofType == null) {
        ofType = new ArrayList<>();
        byType.put(one.type(), ofType);
      }
      ofType.add(one);
    }
  }

  /** Those in the jar for the given patches; none when the build stored none. */
  static PatchedClasses ofJar(Set<Patch> active) {
    try (AgentJar jar = AgentJar.open()) {
      byte[] file = jar.read(active.size() == Patch.values().length ? ALL_ON : OTHERS);
      if (file != null) {
        return read(file);
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
    return trainedHere;
  }

  /** Whether that type has hooks under those patches; meaningful only when trained here. */
  boolean hooks(String type, Set<Patch> active) {
    return wanted(type, active) != 0;
  }

  /**
   * Binary names of the types that have hooks under those patches or call sites to redirect;
   * meaningful only when trained here.
   */
  Set<String> changed(Set<Patch> active) {
    Set<String> changed = new HashSet<>();
    for (String type : callSiteTypes) {
      changed.add(type.replace('/', '.'));
    }
    for (String type : byType.keySet()) {
      if (hooks(type, active)) {
        changed.add(type.replace('/', '.'));
      }
    }
    return changed;
  }

  /** The hooked class for those original bytes under those patches; null when not stored. */
  byte[] find(String type, byte[] original, Set<Patch> active) {
    int wanted = wanted(type, active);
    if (wanted != 0) {
      for (PatchedClass one : byType.get(type)) {
        byte[] patched = one.madeFrom(original, wanted);
        if (patched != null) {
          return patched;
        }
      }
    }
    return null;
  }

  /** Those of the active toggles that have hooks in the type. */
  private int wanted(String type, Set<Patch> active) {
    List<PatchedClass> classes = byType.get(type);
    int toggles = 0;
    if (classes != null) {
      for (PatchedClass one : classes) {
        toggles |= one.toggles();
      }
    }
    return toggles & bits(active);
  }

  /** A bit for each patch, in the order of their declaration. */
  static int bits(Set<Patch> patches) {
    int bits = 0;
    int bit = 1;
    for (Patch patch : Patch.values()) {
      bits |= patches.contains(patch) ? bit : 0;
      bit <<= 1;
    }
    return bits;
  }

  /** Writes all of it in the form that {@link #read} reads. */
  void write(DataOutputStream out) throws IOException {
    writeText(out, jdk);
    out.writeInt(callSiteTypes.size());
    for (String type : new TreeSet<>(callSiteTypes)) {
      writeText(out, type);
    }
    List<PatchedClass> all = new ArrayList<>();
    for (String type : new TreeSet<>(byType.keySet())) {
      all.addAll(byType.get(type));
    }
    out.writeInt(all.size());
    for (PatchedClass one : all) {
      writeText(out, one.type());
      out.writeInt(one.toggles());
      out.writeInt(one.pool());
      out.writeInt(one.checksum());
      one.packed().write(out);
    }
  }

  /**
   * Reads what {@link #write} wrote; the classes stay in {@code file}, packed.
   *
   * @throws java.nio.BufferUnderflowException when the file is cut short
   */
  static PatchedClasses read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file);
    String jdk = readText(file, in);
    Set<String> callSiteTypes = new HashSet<>();
    for (int left = in.getInt(); left > 0; left--) {
      callSiteTypes.add(readText(file, in));
    }
    List<PatchedClass> classes = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      String type = readText(file, in);
      int toggles = in.getInt();
      int pool = in.getInt();
      int checksum = in.getInt();
      classes.add(new PatchedClass(type, toggles, pool, checksum, Packed.read(file, in)));
    }
    return new PatchedClasses(jdk, classes, callSiteTypes);
  }

  private static void writeText(DataOutputStream out, String ascii) throws IOException {
    out.writeShort(ascii.length());
    out.write(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String readText(byte[] file, ByteBuffer in) {
    int length = in.getShort();
    int begin = in.position();
    in.position(begin + length);
    return new String(file, begin, length, StandardCharsets.ISO_8859_1);
  }
}
