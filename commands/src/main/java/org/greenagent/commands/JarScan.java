package org.greenagent.commands;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What the classes in a jar, in the jars within it and in those that its manifest names could do
 * that matters to greenlets. It is read, not run: that something is there does not say that it
 * happens.
 */
final class JarScan {
  /** What is looked for. */
  enum Finding {
    NATIVE_METHODS("native methods: a greenlet in one keeps its OS thread, the hub goes on"),
    LOADS_LIBRARIES("load native libraries"),
    FOREIGN("call native code by java.lang.foreign"),
    LIBRARIES("native libraries in the jar"),
    FORK_JOIN(
        "use fork/join, parallel streams or CompletableFuture: their workers stay OS threads"),
    SPINS("spin (Thread.onSpinWait, Thread.yield): greenlets let others run there"),
    DESKTOP("use AWT or Swing: their threads stay OS threads"),
    BIG_STACKS(
        "make threads with a stack size of their own: with a large one they stay OS threads");

    private final String text;

    Finding(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private static final String BIG_STACK =
      "(Ljava/lang/ThreadGroup;Ljava/lang/Runnable;Ljava/lang/String;J";

  private final Map<Finding, Set<String>> found = new EnumMap<>(Finding.class);
  private int classes;
  private int unreadable;

  private JarScan() {}

  /** Reads the jar and all that belongs to it. */
  static JarScan of(Path jar) throws IOException {
    JarScan scan = new JarScan();
    scan.jar(jar);
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      String others = manifest.getValue(Attributes.Name.CLASS_PATH);
      for (String other : others == null ? new String[0] : others.strip().split("\\s+", -1)) {
        Path path = jar.toAbsolutePath().resolveSibling(other);
        if (other.endsWith(".jar") && Files.isRegularFile(path)) {
          scan.jar(path);
        }
      }
    }
    return scan;
  }

  /** Where each thing was found. */
  Map<Finding, Set<String>> found() {
    return found;
  }

  int classes() {
    return classes;
  }

  int unreadable() {
    return unreadable;
  }

  private void jar(Path jar) throws IOException {
    try (InputStream in = Files.newInputStream(jar)) {
      entries(new ZipInputStream(in));
    }
  }

  private void entries(ZipInputStream zip) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.endsWith(".class") && !name.startsWith("META-INF/")) {
        oneClass(zip.readAllBytes());
      } else if (name.endsWith(".jar")) {
        entries(new JarInputStream(new ByteArrayInputStream(zip.readAllBytes())));
      } else if (name.endsWith(".so")) {
        note(Finding.LIBRARIES, name);
      }
    }
  }

  private void oneClass(byte[] bytes) {
    try {
      ClassModel model = ClassFile.of().parse(bytes);
      classes++;
      String name = model.thisClass().asInternalName().replace('/', '.');
      for (MethodModel method : model.methods()) {
        if (method.flags().has(AccessFlag.NATIVE)) {
          note(Finding.NATIVE_METHODS, name);
        }
      }
      for (PoolEntry entry : model.constantPool()) {
        if (entry instanceof MemberRefEntry member) {
          member(name, member);
        }
      }
    } catch (IllegalArgumentException e) {
      unreadable++;
    }
  }

  private void member(String where, MemberRefEntry member) {
    String owner = member.owner().asInternalName();
    String name = member.name().stringValue();
    boolean system = owner.equals("java/lang/System") || owner.equals("java/lang/Runtime");
    if (system && (name.equals("load") || name.equals("loadLibrary"))) {
      note(Finding.LOADS_LIBRARIES, where);
    } else if (owner.equals("java/lang/foreign/Linker")) {
      note(Finding.FOREIGN, where);
    } else if (forkJoin(owner, name)) {
      note(Finding.FORK_JOIN, where);
    } else if (owner.equals("java/lang/Thread")
        && (name.equals("onSpinWait") || name.equals("yield"))) {
      note(Finding.SPINS, where);
    } else if (owner.startsWith("java/awt/") || owner.startsWith("javax/swing/")) {
      note(Finding.DESKTOP, where);
    } else if (owner.equals("java/lang/Thread")
        && name.equals("<init>")
        && member.type().stringValue().startsWith(BIG_STACK)) {
      note(Finding.BIG_STACKS, where);
    }
  }

  private static boolean forkJoin(String owner, String name) {
    return owner.startsWith("java/util/concurrent/ForkJoin")
        || owner.startsWith("java/util/concurrent/Recursive")
        || (owner.startsWith("java/util/") && name.equals("parallelStream"))
        || (owner.startsWith("java/util/stream/") && name.equals("parallel"))
        || (owner.equals("java/util/concurrent/CompletableFuture") && name.endsWith("Async"));
  }

  private void note(Finding finding, String where) {
    found.computeIfAbsent(finding, any -> new TreeSet<>()).add(where);
  }
}
