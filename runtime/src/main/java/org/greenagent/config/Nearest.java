package org.greenagent.config;

import java.util.Collection;

/** Finds the word a misspelt one was meant to be. */
public final class Nearest {
  private Nearest() {}

  /**
   * The choice with the smallest edit distance to {@code word}, the first of equals; null when even
   * that one differs in more than half of its letters.
   */
  public static String to(String word, Collection<String> choices) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String choice : choices) {
      int distance = distance(word, choice);
      if (distance < bestDistance && distance <= choice.length() / 2) {
        best = choice;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** How many letters must be inserted, deleted, replaced or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
