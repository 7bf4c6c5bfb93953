package example.library;

import org.greenagent.greenlet.GreenHub;

/** Where the threads of the benchmarks run; {@code -Dlibrary.place=hub} for the library's hubs. */
final class Place {

  private static final boolean HUB = "hub".equals(System.getProperty("library.place"));

  private Place() {}

  /** A thread that was not started yet: of the caller's hub, or a virtual one of the JDK's. */
  static Thread thread(Runnable body) {
    return HUB
        ? GreenHub.current().threadFactory().newThread(body)
        : Thread.ofVirtual().unstarted(body);
  }
}
