package programs.dump;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.SynchronousQueue;
import programs.Cases;

/** Dumps its own threads again and again while they wait, go on and yield all the time. */
public final class Itself {
  private static final int DUMPS = 200;
  private static volatile boolean stop;

  private Itself() {}

  /** Prints how often a dump named each thread. */
  public static void main(String[] args) throws Exception {
    HotSpotDiagnosticMXBean diagnostic =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    Thread[] pairs = {queue("gives", "takes"), yields("yields"), queue("asks", "answers")};
    Path folder = Files.createTempDirectory("dumps");
    int named = 0;
    for (int i = 0; i < DUMPS; i++) {
      Path file = folder.resolve(String.valueOf(i));
      diagnostic.dumpThreads(
          file.toString(), i % 2 == 0 ? ThreadDumpFormat.TEXT_PLAIN : ThreadDumpFormat.JSON);
      String text = Files.readString(file);
      Files.delete(file);
      for (String name : new String[] {"gives", "takes", "yields", "asks", "answers"}) {
        named += text.contains("\"" + name + "\"") ? 1 : 0;
      }
    }
    Files.delete(folder);
    stop = true;
    for (Thread thread : pairs) {
      thread.join();
    }
    System.out.println(named);
  }

  private static Thread queue(String giver, String taker) {
    SynchronousQueue<Integer> queue = new SynchronousQueue<>();
    Cases.start(
        taker,
        () -> {
          while (queue.take() != 0) {
            // the next
          }
        });
    return Cases.start(
        giver,
        () -> {
          while (!stop) {
            queue.put(1);
          }
          queue.put(0);
        });
  }

  private static Thread yields(String name) {
    return Cases.start(
        name,
        () -> {
          while (!stop) {
            Thread.yield();
          }
        });
  }
}
