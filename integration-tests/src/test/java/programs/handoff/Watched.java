package programs.handoff;

import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingStream;

/** Computes until the flight recorder has told who holds the hub. */
public final class Watched extends Thread {
  private static volatile RecordedEvent told;

  private Watched() {
    super("computes");
  }

  @Override
  public void run() {
    long sum = 0;
    while (told == null) {
      sum += System.nanoTime();
    }
    System.out.println("computed " + (sum != 0));
  }

  /** Prints what the recorder told. */
  public static void main(String[] args) throws Exception {
    try (RecordingStream stream = new RecordingStream()) {
      stream.onEvent(
          "green.Handoff",
          event -> {
            if (event.getString("holder").equals("computes")) {
              told = event;
            }
          });
      stream.startAsync();
      Watched computes = new Watched();
      computes.start();
      computes.join();
    }
    boolean inside = told.getString("stack").contains(Watched.class.getName() + ".run");
    System.out.println(told.getString("hub") + " was held by " + told.getString("site"));
    System.out.println("reason: " + told.getString("reason") + ", its stack was seen: " + inside);
    System.out.println("held for some time: " + told.getDuration("held").isPositive());
  }
}
