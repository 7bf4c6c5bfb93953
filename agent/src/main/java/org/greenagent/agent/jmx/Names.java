package org.greenagent.agent.jmx;

/** How threads and objects are called in what people read. */
final class Names {
  private Names() {}

  /** The name and id of a thread as the program sees it; empty for null. */
  static String of(Thread thread) {
    return thread == null ? "" : "\"" + thread.getName() + "\" #" + thread.threadId();
  }

  /** As {@link #of}, for the virtual thread that runs it. */
  static String ofRunner(Thread runner) {
    return of((Thread) GreenIdentity.seen(runner));
  }

  /** The class of an object, and what tells it from others; nothing of the object is called. */
  static String of(Object object) {
    return object.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(object));
  }
}
