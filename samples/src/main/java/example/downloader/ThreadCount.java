package example.downloader;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Makes the program's threads and knows what became of them: how many there were, and how many
 * threads of the operating system they took. Any thread.
 */
final class ThreadCount implements ThreadFactory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String THREADS = "Threads:";

  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();

  @Override
  public Thread newThread(Runnable body) {
    made.incrementAndGet();
    return new Thread(body);
  }

  /**
   * Looks how many threads the operating system runs for this program now, and remembers the most
   * seen.
   */
  void look() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      lines
          .filter(line -> line.startsWith(THREADS))
          .map(line -> Integer.parseInt(line.substring(THREADS.length()).strip()))
          .forEach(now -> peak.accumulateAndGet(now, Math::max));
    } catch (IOException noSuchSystem) {
      // Only Linux tells it this way; elsewhere the number stays 0.
    }
  }

  /** The most threads of the operating system seen at once; 0 when it does not say. */
  int osThreads() {
    return peak.get();
  }

  /**
   * How many of the threads made here were greenlets: all of them under the agent, none without it.
   */
  int greenlets() {
    return underAgent() ? made.get() : 0;
  }

  /**
   * The one question about greenlets in this program, asked so that it also compiles and runs
   * without them.
   */
  private static boolean underAgent() {
    try {
      Class<?> green = Class.forName("org.greenagent.Green");
      return Boolean.TRUE.equals(green.getMethod("isPatched", String.class).invoke(null, "thread"));
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException notThere) {
      return false;
    }
  }
}
