package programs.setting;

import java.util.Set;
import java.util.TreeSet;
import programs.Cases;

/** Asks {@code org.greenagent.Green}, found by name, which patches are active. */
public final class Patches {
  private Patches() {}

  /** Prints the patches, and the answers to odd questions. */
  public static void main(String[] args) throws Exception {
    Class<?> green = Class.forName("org.greenagent.Green");
    Set<?> patches = (Set<?>) green.getMethod("patches").invoke(null);
    System.out.println("patches " + new TreeSet<>(patches));
    for (String name : args) {
      Cases.show(name, () -> green.getMethod("isPatched", String.class).invoke(null, name));
    }
  }
}
