package org.greenagent.agent.access;

import java.lang.invoke.MethodHandles;
import java.util.function.Supplier;

/**
 * Takes a private lookup on {@code java.lang}. It is defined in a class loader of its own, to whose
 * module alone the package is opened: nothing else can ever use that opening.
 */
public final class Opener implements Supplier<MethodHandles.Lookup> {
  /** Called by reflection from outside the loader that defines it. */
  public Opener() {}

  @Override
  public MethodHandles.Lookup get() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
