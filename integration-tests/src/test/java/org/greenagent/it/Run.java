package org.greenagent.it;

import java.util.List;

/**
 * What one JVM did.
 *
 * @param command the whole command line
 * @param out all of standard output
 * @param err all of standard error
 * @param status the exit status; 128 + n when signal n ended it
 */
record Run(List<String> command, String out, String err, int status) {
  /** This run if it ended with that status; else fails and shows all of it. */
  Run expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("exit status " + status + " instead of " + wanted + "\n" + this);
    }
    return this;
  }

  /** This run if nothing stands on standard error; else fails and shows all of it. */
  Run quiet() {
    if (!err.isEmpty()) {
      throw new AssertionError("standard error is not empty\n" + this);
    }
    return this;
  }

  /** The same run with sorted lines, for programs whose threads print in any order. */
  Run sorted() {
    return new Run(command, sorted(out), sorted(err), status);
  }

  /** Everything a parity compares, as one text. */
  String shown() {
    return "status " + status + "\n--- out\n" + out + "--- err\n" + err;
  }

  @Override
  public String toString() {
    return String.join(" ", command) + "\n" + shown();
  }

  private static String sorted(String text) {
    return text.lines().sorted().reduce("", (all, line) -> all + line + "\n");
  }
}
