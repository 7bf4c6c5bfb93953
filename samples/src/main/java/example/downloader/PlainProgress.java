package example.downloader;

import java.io.PrintStream;

/** One line for each download that ended: for outputs that are no terminal. */
final class PlainProgress implements Progress {

  private final PrintStream out;

  /** Writes to {@code out}; flushing and locking are the stream's. */
  PlainProgress(PrintStream out) {
    this.out = out;
  }

  @Override
  public void started(Download download, long bytes) {}

  @Override
  public void advanced(Download download, int bytes) {}

  @Override
  public void ended(Outcome outcome) {
    out.println(
        switch (outcome) {
          case Outcome.Saved saved ->
              "saved   %s  %s  %s  sha256 %s"
                  .formatted(
                      saved.download().name(),
                      Units.bytes(saved.bytes()),
                      Units.seconds(saved.nanos()),
                      saved.sha256());
          case Outcome.Failed failed ->
              "failed  %s  %s".formatted(failed.download().address(), failed.cause());
        });
  }

  @Override
  public void close() {}
}
