package org.greenagent.agent.patch;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.greenagent.config.Patch;
import org.greenagent.config.Settings;

/** Checks which patches fit this JDK, and puts them in force. Threads: the one that starts. */
public final class Installer {
  private final Instrumentation instrumentation;
  private final Consumer<String> warn;
  // those for the patches in question
  private PatchedClasses stored;

  // null until something is installed
  private ClassPatcher patcher;

  // null while nothing is redirected
  private AppTransformer redirection;

  /**
   * An installer; nothing happens yet.
   *
   * @param wanted the patches that are asked for
   * @param warn gets each line that must be said
   */
  public Installer(Instrumentation instrumentation, Set<Patch> wanted, Consumer<String> warn) {
    this.instrumentation = instrumentation;
    this.warn = warn;
    this.stored = PatchedClasses.ofJar(wanted);
  }

  /** The patches of {@code wanted} that this JDK has all members for; the others get a note. */
  public Set<Patch> check(Set<Patch> wanted, List<String> notes) {
    return stored.trainedHere()
        ? wanted
        : new DriftCheck(new DriftCheck.RunningJdk()).check(Patches.ALL, wanted, notes);
  }

  /**
   * Patches the JDK classes that are loaded, then those of the program as they come. A patch one of
   * whose classes the JVM refuses is taken back as a whole, with a line.
   *
   * @return the patches in force
   */
  public Set<Patch> install(Set<Patch> working) {
    if (!stored.trainedHere()) {
      // before it is needed in the midst of loading one of the classes it needs itself
      ClassPatcher.Table.load();
    }
    patcher = new ClassPatcher(working, stored);
    JdkTransformer transformer = new JdkTransformer(patcher, warn);
    instrumentation.addTransformer(transformer, true);
    List<Class<?>> loaded = loaded(working);
    Set<Patch> refused = retransform(loaded, transformer);
    while (!refused.isEmpty()) {
      EnumSet<Patch> left = EnumSet.noneOf(Patch.class);
      left.addAll(patcher.active());
      left.removeAll(refused);
      List<String> notes = new ArrayList<>();
      for (Patch patch : refused) {
        notes.add("patch " + patch.label() + " is off: a class it changes cannot be changed");
      }
      Set<Patch> workable = Settings.workable(left, notes);
      stored = PatchedClasses.ofJar(workable);
      patcher = new ClassPatcher(workable, stored);
      notes.forEach(warn);
      transformer.use(patcher);
      refused = retransform(loaded, transformer);
    }
    if (patcher.callSites().any()) {
      redirection = new AppTransformer(patcher.callSites(), warn, false);
      instrumentation.addTransformer(redirection);
      catchUp(patcher.callSites());
    }
    return patcher.active();
  }

  /**
   * What redirects the call sites in a class of that loader, for classes that no transformer gets
   * to see; null when nothing is redirected.
   */
  public BiFunction<ClassLoader, byte[], byte[]> redirection() {
    return redirection;
  }

  /** How many classes were patched in this JVM itself, as the build's did not fit. */
  public int patchedAnew() {
    return patcher.patchedAnew();
  }

  /** Redirects call sites in classes that came before: those of agents that were there earlier. */
  private void catchUp(CallSites callSites) {
    List<Class<?>> earlier = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (!JdkTransformer.ofJdk(type.getClassLoader())
          && !type.isArray()
          && !type.isHidden()
          && CallSites.covers(type.getName().replace('.', '/'), false)
          && instrumentation.isModifiableClass(type)) {
        earlier.add(type);
      }
    }
    if (earlier.isEmpty()) {
      return;
    }
    instrumentation.addTransformer(new AppTransformer(callSites, warn, true), true);
    change(earlier, " is left as it is: ", new ArrayList<>());
  }

  /** Transforms the classes anew; returns the toggles of those that could not be. */
  private Set<Patch> retransform(List<Class<?>> classes, JdkTransformer transformer) {
    List<Class<?>> failed = new ArrayList<>();
    change(classes, " cannot be changed: ", failed);
    Set<Patch> toggles = EnumSet.noneOf(Patch.class);
    for (String type : transformer.failed()) {
      toggles.addAll(ClassPatcher.Table.toggles(type));
    }
    for (Class<?> one : failed) {
      toggles.addAll(ClassPatcher.Table.toggles(one.getName().replace('.', '/')));
    }
    return toggles;
  }

  /**
   * Transforms all of them in one go if it can: each go takes the JVM milliseconds, in which it
   * looks at every class. It changes none of them if it refuses one, so that is found by halves,
   * told of as {@code fate} says, and added to {@code refused}.
   */
  private void change(List<Class<?>> classes, String fate, List<Class<?>> refused) {
    try {
      instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    } catch (Throwable thrown) {
      int half = classes.size() / 2;
      if (half == 0) {
        Class<?> one = classes.getFirst();
        warn.accept("class " + one.getName() + fate + thrown);
        refused.add(one);
        return;
      }
      change(classes.subList(0, half), fate, refused);
      change(classes.subList(half, classes.size()), fate, refused);
    }
  }

  /** The loaded JDK classes that have hooks, or may have call sites to redirect. */
  private List<Class<?>> loaded(Set<Patch> active) {
    List<Class<?>> loaded = new ArrayList<>();
    Set<String> changed = stored.trainedHere() ? stored.changed(active) : null;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if ((changed == null ? mayChange(type) : changed.contains(type.getName()))
          && JdkTransformer.ofJdk(type.getClassLoader())
          && !type.isArray()
          && !type.isHidden()
          && instrumentation.isModifiableClass(type)) {
        loaded.add(type);
      }
    }
    return loaded;
  }

  private static boolean mayChange(Class<?> type) {
    String name = type.getName().replace('.', '/');
    return ClassPatcher.Table.types().contains(name)
        || CallSites.covers(name, type.getModule() == Object.class.getModule());
  }
}
