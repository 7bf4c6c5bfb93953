package org.greenagent;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.greenagent.config.ActivePatches;
import org.greenagent.config.Patch;

/** What a program may ask about the agent it runs under; without the agent nothing is patched. */
public final class Green {
  private Green() {}

  /**
   * Whether the patch of that name, such as {@code socket}, is in force.
   *
   * @param patch a label as in {@code green.patch}; null or an unknown one is not in force
   */
  public static boolean isPatched(String patch) {
    Patch found = patch == null ? null : Patch.ofLabel(patch);
    return found != null && ActivePatches.get().contains(found);
  }

  /** The names of the patches in force, in the order of the documentation; unmodifiable. */
  public static Set<String> patches() {
    Set<String> labels = new LinkedHashSet<>();
    for (Patch patch : ActivePatches.get()) {
      labels.add(patch.label());
    }
    return Collections.unmodifiableSet(labels);
  }
}
