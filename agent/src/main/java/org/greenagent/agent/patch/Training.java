package org.greenagent.agent.patch;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.greenagent.agent.access.StartClasses;
import org.greenagent.agent.access.StartPiece;
import org.greenagent.config.Patch;

/**
 * Run by the build in a JVM of its own: computes the patched classes that go into the jar. Each
 * type is patched from its class file, and, should they have another checksum, from the bytes that
 * the JVM puts together again for a class that is loaded already: either can be what a transformer
 * gets.
 */
public final class Training {
  private static final Set<Patch> EVERYTHING = EnumSet.allOf(Patch.class);

  private Training() {}

  /**
   * Writes the files of patched classes and that of the classes to start with; nothing is patched
   * in this JVM.
   *
   * @param folder where to write them, under the names that they have in the jar
   * @throws IllegalStateException when a patch does not fit the JDK of the build
   */
  public static void run(Instrumentation instrumentation, Path folder) throws Exception {
    List<String> notes = new ArrayList<>();
    new DriftCheck(new DriftCheck.RunningJdk()).check(Patches.ALL, EVERYTHING, notes);
    if (!notes.isEmpty()) {
      throw new IllegalStateException(String.join("; ", notes));
    }
    List<PatchedClass> classes = new ArrayList<>();
    for (String type : new TreeSet<>(ClassPatcher.Table.types())) {
      byte[] stored = new DriftCheck.RunningJdk().read(type + ".class");
      byte[] loaded = loadedBytes(instrumentation, type);
      if (new ClassBytes(stored).stripped()) {
        throw new IllegalStateException("the JDK of the build has no debug information in " + type);
      }
      addAll(classes, type, stored);
      if (new ClassBytes(stored).checksum() != new ClassBytes(loaded).checksum()) {
        addAll(classes, type, loaded);
      }
    }
    Set<String> callSiteTypes = callSiteTypes();
    List<PatchedClass> allOn = new ArrayList<>();
    for (PatchedClass one : classes) {
      if (one.toggles() == PatchedClasses.bits(ClassPatcher.Table.toggles(one.type()))) {
        allOn.add(one);
      }
    }
    write(folder.resolve(PatchedClasses.ALL_ON), allOn, callSiteTypes);
    write(folder.resolve(PatchedClasses.OTHERS), classes, callSiteTypes);
    StartPiece.write(folder.resolve(StartClasses.RESOURCE));
  }

  private static void write(Path file, List<PatchedClass> classes, Set<String> callSiteTypes)
      throws IOException {
    Files.createDirectories(file.getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      new PatchedClasses(PatchedClasses.runningJdk(), classes, callSiteTypes).write(out);
    }
  }

  /** Adds the class under each choice of its toggles. */
  private static void addAll(List<PatchedClass> classes, String type, byte[] original) {
    List<Patch> toggles = List.copyOf(ClassPatcher.Table.toggles(type));
    for (int choice = 1; choice < 1 << toggles.size(); choice++) {
      EnumSet<Patch> chosen = EnumSet.noneOf(Patch.class);
      for (int i = 0; i < toggles.size(); i++) {
        if ((choice & (1 << i)) != 0) {
          chosen.add(toggles.get(i));
        }
      }
      byte[] patched =
          ClassPatcher.Table.ENGINE.apply(
              type.replace('/', '.'), original, ClassPatcher.Table.hooks(type, chosen));
      classes.add(PatchedClass.of(type, PatchedClasses.bits(chosen), original, patched));
    }
  }

  /** What a transformer gets for that class when it is transformed after having been loaded. */
  private static byte[] loadedBytes(Instrumentation instrumentation, String type) throws Exception {
    Class<?> loaded = Class.forName(type.replace('/', '.'), false, null);
    Recorder recorder = new Recorder(loaded);
    instrumentation.addTransformer(recorder, true);
    try {
      instrumentation.retransformClasses(loaded);
    } finally {
      instrumentation.removeTransformer(recorder);
    }
    return recorder.bytes;
  }

  /** Internal names of the JDK types, in any module, that have call sites to redirect. */
  private static Set<String> callSiteTypes() throws IOException {
    CallSites callSites = new CallSites(EVERYTHING);
    Set<String> types = new TreeSet<>();
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      for (Path file : (Iterable<Path>) files.filter(Training::ofClass)::iterator) {
        String name = file.subpath(2, file.getNameCount()).toString();
        String type = name.substring(0, name.length() - ".class".length());
        boolean base = file.getName(1).toString().equals("java.base");
        if (CallSites.covers(type, base)
            && callSites.rewrite(null, Files.readAllBytes(file)) != null) {
          types.add(type);
        }
      }
    }
    return types;
  }

  private static boolean ofClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  /** Keeps the bytes of one class and changes none. */
  private static final class Recorder implements ClassFileTransformer {
    private final Class<?> type;
    private byte[] bytes;

    Recorder(Class<?> type) {
      this.type = type;
    }

    @Override
    public byte[] transform(
        Module module,
        ClassLoader loader,
        String name,
        Class<?> redefined,
        ProtectionDomain domain,
        byte[] original) {
      if (redefined == type) {
        bytes = original.clone();
      }
      return null;
    }
  }
}
