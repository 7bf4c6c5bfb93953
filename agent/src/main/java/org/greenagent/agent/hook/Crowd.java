package org.greenagent.agent.hook;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.greenagent.event.Frames;

/**
 * Where most greenlets of the program are: the first thing to know when there is more and more of
 * something. Threads: any. Blocks: never.
 */
final class Crowd implements Supplier<String> {
  /** So many are looked at. */
  private static final int SAMPLE = 512;

  private final GreenAccess access;

  Crowd(GreenAccess access) {
    this.access = access;
  }

  @Override
  public String get() {
    Thread[] greenlets = access.greenlets();
    int step = Math.max(1, greenlets.length / SAMPLE);
    Map<String, Integer> places = new HashMap<>();
    int looked = 0;
    String most = null;
    for (int i = 0; i < greenlets.length; i += step) {
      StackTraceElement place = Frames.place(greenlets[i].getStackTrace());
      if (place == null) {
        continue;
      }
      looked++;
      String name = place.toString();
      places.merge(name, 1, Integer::sum);
      if (most == null || places.get(name) > places.get(most)) {
        most = name;
      }
    }
    if (most == null) {
      return null;
    }
    long share = 100L * places.get(most) / looked;
    return greenlets.length == 1
        ? "1 greenlet, in " + most
        : greenlets.length + " greenlets, " + share + "% of them in " + most;
  }
}
