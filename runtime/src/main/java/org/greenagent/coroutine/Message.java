package org.greenagent.coroutine;

import org.greenagent.greenlet.GreenletExit;

/**
 * What a switch brings.
 *
 * @param thrown null: the value counts
 * @param origin who sent it
 */
record Message(Object value, Throwable thrown, Coroutine origin) {

  /** What passes on to the parent of one that this finds dead, or kills before it ran. */
  Message beyondTheDead() {
    return thrown instanceof GreenletExit ? new Message(thrown, null, origin) : this;
  }

  Tracer.Kind kind() {
    return thrown == null ? Tracer.Kind.SWITCH : Tracer.Kind.THROW;
  }

  Object open() {
    if (thrown != null) {
      throw Message.<RuntimeException>unchecked(thrown);
    }
    return value;
  }

  /** Checked ones too, the very same object. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
