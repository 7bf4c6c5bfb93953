package example.downloader;

import java.util.List;

/** What one run did, as the lines printed at its end. */
final class Summary {

  private Summary() {}

  /** The lines; {@code wallNanos} is the time from the first start to the last end. */
  static List<String> lines(List<Outcome> outcomes, long wallNanos, ThreadCount threads) {
    long saved = 0;
    long bytes = 0;
    long workNanos = 0;
    for (Outcome outcome : outcomes) {
      workNanos += outcome.nanos();
      if (outcome instanceof Outcome.Saved file) {
        saved++;
        bytes += file.bytes();
      }
    }
    return List.of(
        "files           " + saved + " of " + outcomes.size() + " saved and verified",
        "bytes           " + bytes + " (" + Units.bytes(bytes) + ")",
        "wall time       " + Units.seconds(wallNanos),
        "one by one      " + Units.seconds(workNanos) + " (the downloads' times added up)",
        "greenlets       " + threads.greenlets(),
        "OS threads      " + threads.osThreads() + " at most");
  }
}
