package example.micro;

/** Which kind of threads the benchmarks make; {@code -Dmicro.threads=virtual} for virtual ones. */
final class Kind {

  private static final boolean VIRTUAL = "virtual".equals(System.getProperty("micro.threads"));

  private Kind() {}

  /** A thread that was not started yet. */
  static Thread thread(Runnable body) {
    return VIRTUAL ? Thread.ofVirtual().unstarted(body) : new Thread(body);
  }
}
