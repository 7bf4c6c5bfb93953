package example.downloader;

/** Is told how the downloads get on. Any thread, many at once. */
interface Progress extends AutoCloseable {

  /**
   * The answer's head has arrived; {@code bytes} is the body's length, negative when it is not
   * known.
   */
  void started(Download download, long bytes);

  /** So many more bytes lie on the disk. */
  void advanced(Download download, int bytes);

  /** This one is done; called once for each, also for those that never started. */
  void ended(Outcome outcome);

  /** No more news: what is on the screen stays as it is. */
  @Override
  void close();
}
