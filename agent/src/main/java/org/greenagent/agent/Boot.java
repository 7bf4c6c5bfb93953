package org.greenagent.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.agent.access.Kernel;
import org.greenagent.agent.hook.AllHooks;
import org.greenagent.agent.patch.Installer;
import org.greenagent.agent.patch.Training;
import org.greenagent.config.ActivePatches;
import org.greenagent.config.BadSetting;
import org.greenagent.config.Patch;
import org.greenagent.config.Settings;
import org.greenagent.hub.Polls;

/**
 * The steps of the start, in order: bridge, settings, check of the JDK, classes, hooks. Threads:
 * the one that runs {@code premain}, before {@code main}.
 */
public final class Boot implements Start {
  private static final String TRAIN = "train=";

  /** Called by reflection, from {@link Premain}. */
  public Boot() {}

  /**
   * Starts the agent; returns when everything that can be patched is patched.
   *
   * @param arguments those of {@code -javaagent}: none, or {@code train=FOLDER} in the build
   * @return why nothing may be patched in this JVM, as the end of a sentence; null when it may
   * @throws Throwable when a step failed: nothing is in force then
   */
  @Override
  public String start(String arguments, Instrumentation instrumentation) throws Throwable {
    if (arguments != null && arguments.startsWith(TRAIN)) {
      train(Path.of(arguments.substring(TRAIN.length())), instrumentation);
      return null;
    }
    // nearly all classes of the agent come with the bridge, so that comes first
    StartupClock clock = new StartupClock();
    JavaBase.open(instrumentation);
    JavaBase.bridge();
    clock.step("bridge");
    StdErr err = new StdErr();
    Settings settings = settings(err);
    tell(notes(arguments, settings), settings, err);
    clock.step("settings");
    if (settings.patches().isEmpty()) {
      return null;
    }
    String refusal = JvmFlags.refusal();
    if (refusal != null) {
      return refusal;
    }
    Installer installer = new Installer(instrumentation, settings.patches(), err);
    List<String> misfits = new ArrayList<>();
    Set<Patch> fitting = installer.check(settings.patches(), misfits);
    tell(misfits, settings, err);
    Kernel.check();
    clock.step("check");
    // before there is a virtual thread: its task is of another class once VirtualThread is changed
    Set<Patch> active = installer.install(fitting);
    clock.step("classes");
    AllHooks.install(settings, active, err);
    JavaBase.access().redirection(installer.redirection());
    if (settings.strict()) {
      demand(active, fitting, settings, err);
    }
    clock.step("hooks");
    ActivePatches.set(active);
    if (settings.startupReport()) {
      err.accept(clock.report(installer.patchedAnew()));
    }
    return null;
  }

  private static Settings settings(StdErr err) {
    try {
      return Settings.read(System.getProperties());
    } catch (BadSetting e) {
      err.accept(e.getMessage());
      Runtime.getRuntime().exit(1);
      throw new AssertionError(e);
    }
  }

  private static List<String> notes(String arguments, Settings settings) {
    List<String> notes = new ArrayList<>(settings.notes());
    if (arguments != null && !arguments.isEmpty()) {
      notes.add("settings are system properties: '" + arguments + "' of -javaagent is ignored");
    }
    String flags = JvmFlags.note();
    if (flags != null) {
      notes.add(flags);
    }
    return notes;
  }

  /** Prints the notes; with {@code green.strict} any note ends the JVM. */
  private static void tell(List<String> notes, Settings settings, StdErr err) {
    for (String note : notes) {
      err.accept(note);
    }
    if (settings.strict() && !notes.isEmpty()) {
      Runtime.getRuntime().exit(1);
    }
  }

  /** Ends the JVM when a patch is off that fits, or the hubs cannot poll. */
  private static void demand(Set<Patch> active, Set<Patch> fitting, Settings settings, StdErr err) {
    String failure = active.contains(Patch.SOCKET) ? Polls.prepare() : null;
    tell(failure == null ? List.of() : List.of(failure), settings, err);
    if (active.size() < fitting.size()) {
      Runtime.getRuntime().exit(1);
    }
  }

  private static void train(Path folder, Instrumentation instrumentation) throws Exception {
    Training.run(instrumentation, folder);
    Runtime.getRuntime().exit(0);
  }
}
