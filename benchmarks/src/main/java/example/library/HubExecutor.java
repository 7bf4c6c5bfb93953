package example.library;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.greenagent.greenlet.GreenHub;

/** Runs what JMH measures on one hub; JMH makes it by its name. */
public final class HubExecutor extends ThreadPoolExecutor {

  /** With that many threads; they need no names. */
  public HubExecutor(int threads, String prefix) {
    super(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        GreenHub.current().threadFactory());
  }
}
