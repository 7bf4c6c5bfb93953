package org.greenagent.commands;

import java.util.List;

/**
 * What one run of a program used.
 *
 * @param status its exit status
 * @param wallMillis from its start to its end
 * @param cpuMillis the processor time of the whole process
 * @param peakKilobytes the most memory that it had at a time
 */
record Usage(int status, long wallMillis, long cpuMillis, long peakKilobytes) {
  private static final int SIGTERM = 143;

  /** From what a program under the agent wrote down at its end; null when it wrote nothing. */
  static Usage of(int status, long wallMillis, List<String> census) {
    long cpu = number(census, "cpu");
    long peak = number(census, "peak");
    return cpu < 0 || peak < 0 ? null : new Usage(status, wallMillis, cpu, peak);
  }

  /** Whether it had to be told to end. */
  boolean ended() {
    return status == SIGTERM;
  }

  private static long number(List<String> census, String kind) {
    for (String line : census) {
      String[] words = line.split("\t", -1);
      if (words.length > 1 && words[1].equals(kind)) {
        return Long.parseLong(words[0]);
      }
    }
    return -1;
  }
}
