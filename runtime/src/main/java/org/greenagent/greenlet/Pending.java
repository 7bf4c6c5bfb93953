package org.greenagent.greenlet;

/**
 * What was thrown at a thread and not raised there yet, the oldest first. Immutable.
 *
 * @param next null: nothing more
 */
record Pending(Throwable thrown, Pending next) {

  /** {@code list} and then {@code thrown}; {@code list} may be null. */
  static Pending with(Pending list, Throwable thrown) {
    return list == null
        ? new Pending(thrown, null)
        : new Pending(list.thrown, with(list.next, thrown));
  }

  boolean has(Throwable wanted) {
    return thrown == wanted || (next != null && next.has(wanted));
  }

  /** Without the first such; null when nothing is left. */
  Pending without(Throwable unwanted) {
    if (thrown == unwanted) {
      return next;
    }
    return new Pending(thrown, next == null ? null : next.without(unwanted));
  }
}
