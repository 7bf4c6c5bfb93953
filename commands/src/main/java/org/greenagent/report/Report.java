package org.greenagent.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page about a recording. Threads: any. Blocks: while it reads and writes files. */
public final class Report {
  private Report() {}

  /** That a recording has nothing to report. */
  public static final class Empty extends Exception {
    private static final long serialVersionUID = 1;

    private Empty(String message) {
      super(message);
    }
  }

  /**
   * Writes the page.
   *
   * @param title what it is about
   * @throws Empty when the agent was not there when it was recorded
   * @throws IOException when it is no recording, or the page cannot be written
   */
  public static void write(Path recording, String title, Path page) throws IOException, Empty {
    Facts facts = Facts.of(recording);
    if (!facts.ofAgent()) {
      throw new Empty("it has no events of green-agent: was the program run under the agent?");
    }
    Files.writeString(page, new Page(facts, title).write());
  }
}
