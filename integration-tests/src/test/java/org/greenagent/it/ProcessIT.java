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

  @Test
  void readerComesBackFromStreamThatIsClosedSlowly() {
    Parity.of("process.ClosedWhileRead")
        .with(jvm ->
            jvm.options(
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED"))
        .check();
  }
}
