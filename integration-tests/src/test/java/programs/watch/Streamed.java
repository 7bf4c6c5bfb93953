package programs.watch;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;
import programs.Cases;

/** Looks at the events of the flight recorder while it runs; the argument says at which. */
public final class Streamed {
  private static volatile RecordedEvent noticed;

  private Streamed() {}

  /** Ends when it has seen them. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "hubs" -> hubs(Integer.parseInt(args[1]));
      case "stall" -> stall();
      default -> throw new AssertionError(args[0]);
    }
  }

  private static void hubs(int count) throws Exception {
    Map<String, Boolean> seen = new ConcurrentHashMap<>();
    CountDownLatch all = new CountDownLatch(2 * count);
    try (RecordingStream stream = new RecordingStream()) {
      stream.enable("green.Hub").withPeriod(Duration.ofMillis(10));
      stream.enable("green.WakeUp").withPeriod(Duration.ofMillis(10));
      stream.onEvent(
          "green.Hub", event -> saw(event, "load", event.getFloat("load") <= 1, seen, all));
      stream.onEvent(
          "green.WakeUp",
          event -> saw(event, "latency", event.getDuration("latency").isPositive(), seen, all));
      stream.startAsync();
      all.await();
    }
    new TreeMap<>(seen).forEach((name, sane) -> System.out.println(name + ": " + sane));
  }

  private static void saw(
      RecordedEvent event,
      String what,
      boolean sane,
      Map<String, Boolean> seen,
      CountDownLatch all) {
    if (seen.put(event.getString("hub") + " " + what, sane) == null) {
      all.countDown();
    }
  }

  private static void stall() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (RecordingStream stream = new RecordingStream()) {
      stream.onEvent(
          "green.Stall",
          event -> {
            if ("computes".equals(event.getString("holder"))) {
              tell(event, over);
            }
          });
      stream.startAsync();
      Cases.start("computes", Streamed::compute);
      over.await();
    }
  }

  private static void tell(RecordedEvent event, CountDownLatch over) {
    if (!event.getBoolean("over")) {
      String place = event.getString("place").replaceAll(":\\d+", "");
      System.out.println("in " + place);
      System.out.println("held for long: " + (event.getDuration("held").toMillis() >= 20));
      noticed = event;
    } else {
      boolean same = event.getLong("stall") == noticed.getLong("stall");
      boolean longer = event.getDuration("held").compareTo(noticed.getDuration("held")) >= 0;
      System.out.println("over: " + same + " " + longer);
      over.countDown();
    }
  }

  private static void compute() {
    long sum = 0;
    while (noticed == null) {
      sum += System.nanoTime();
    }
    System.out.println("computed " + (sum != 0));
  }
}
