package org.greenagent.it;

import org.junit.jupiter.api.Test;

/** Child processes and files. */
class ProcessIT {
  @Test
  void childrenEndTheSame() {
    Parity.check("process.Processes");
  }

  @Test
  void filesReadTheSame() {
    Parity.check("process.FilesAndLocks");
  }
}
