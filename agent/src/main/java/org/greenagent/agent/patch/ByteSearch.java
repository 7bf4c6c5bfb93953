package org.greenagent.agent.patch;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Looks for a word in class bytes by Horspool's method, far faster than parsing. Immutable. */
final class ByteSearch {
  private final byte[] word;
  // how far the word may move on when this byte stands under its last one
  private final int[] shift = new int[256];

  ByteSearch(String ascii) {
    word = ascii.getBytes(StandardCharsets.US_ASCII);
    Arrays.fill(shift, word.length);
    for (int i = 0; i < word.length - 1; i++) {
      shift[word[i] & 0xFF] = word.length - 1 - i;
    }
  }

  /** Whether the word stands anywhere in {@code bytes}. */
  boolean in(byte[] bytes) {
    int last = word.length - 1;
    int at = last;
    while (at < bytes.length) {
      if (matchesAt(bytes, at - last)) {
        return true;
      }
      at += shift[bytes[at] & 0xFF];
    }
    return false;
  }

  private boolean matchesAt(byte[] bytes, int start) {
    for (int i = word.length - 1; i >= 0; i--) {
      if (bytes[start + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
