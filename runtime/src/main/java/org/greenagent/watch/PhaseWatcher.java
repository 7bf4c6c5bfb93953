package org.greenagent.watch;

import java.util.List;
import java.util.function.IntFunction;

/** Called at its phase of a pass: prepare, check, or idle. */
final class PhaseWatcher extends Watcher {
  private final String phase;
  private final IntFunction<List<PhaseWatcher>> places; // by priority

  PhaseWatcher(Loop loop, String phase, IntFunction<List<PhaseWatcher>> places) {
    super(loop);
    this.phase = phase;
    this.places = places;
  }

  @Override
  void begin() {
    place().add(this);
  }

  @Override
  void end() {
    place().remove(this);
  }

  @Override
  public String toString() {
    return phase + " " + super.toString();
  }

  private List<PhaseWatcher> place() {
    return places.apply(priority());
  }
}
