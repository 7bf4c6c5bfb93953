package org.greenagent.agent;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * The one channel on which the agent says anything: a line each on the process' standard error,
 * whatever the program made of {@code System.err}. Threads: any.
 */
final class StdErr implements Consumer<String> {
  // never closed: that would close the process' standard error
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.err);

  /**
   * Writes one line, with the agent's name before it; line breaks in it become blanks, but for
   * those before a tab: such lines belong to the first, as those of a stack trace do.
   */
  @Override
  public void accept(String message) {
    String line = "green: " + joined(message) + "\n";
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // there is nobody left to tell
    }
  }

  private static String joined(String message) {
    return message.replace("\n\t", "\0").replace('\n', ' ').replace("\0", "\n\t");
  }
}
