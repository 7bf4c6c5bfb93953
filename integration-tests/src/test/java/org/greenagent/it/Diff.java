package org.greenagent.it;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts by lines, for a human who must find out what went wrong. */
final class Diff {
  private static final int CONTEXT = 2;

  private Diff() {}

  /** Lines only in the first with -, only in the second with +, near common ones with blanks. */
  static String of(String first, String second) {
    List<String> a = first.lines().toList();
    List<String> b = second.lines().toList();
    int[][] common = commonLengths(a, b);
    List<String> script = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        script.add("  " + a.get(i));
        i++;
        j++;
      } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
        script.add("- " + a.get(i++));
      } else {
        script.add("+ " + b.get(j++));
      }
    }
    return withContext(script);
  }

  private static int[][] commonLengths(List<String> a, List<String> b) {
    int[][] lengths = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        lengths[i][j] =
            a.get(i).equals(b.get(j))
                ? lengths[i + 1][j + 1] + 1
                : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
      }
    }
    return lengths;
  }

  private static String withContext(List<String> script) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < script.size(); line++) {
      boolean near = false;
      int last = Math.min(script.size() - 1, line + CONTEXT);
      for (int other = Math.max(0, line - CONTEXT); other <= last; other++) {
        near |= script.get(other).charAt(0) != ' ';
      }
      if (near) {
        text.append(script.get(line)).append('\n');
      }
    }
    return text.toString();
  }
}
