package example.downloader;

/** How one download ended. */
sealed interface Outcome {

  /** What was to be fetched. */
  Download download();

  /** How long it took, from its start in its own thread. */
  long nanos();

  /**
   * The file lies under its final name.
   *
   * @param bytes its length
   * @param sha256 its checksum, read back from the disk
   */
  record Saved(Download download, long nanos, long bytes, String sha256) implements Outcome {}

  /**
   * Nothing was left behind.
   *
   * @param cause one line for people
   */
  record Failed(Download download, long nanos, String cause) implements Outcome {}
}
