package org.greenagent.it;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a virtual thread does otherwise than a platform thread in the corners of the JDK. */
class ReviewIT {
  @ParameterizedTest
  @ValueSource(strings = {"FileWaits", "SharedWrites", "Transfers", "MainEnd", "ThreadViews"})
  void cornersLookTheSame(String program) {
    Parity.check("review." + program);
  }
}
