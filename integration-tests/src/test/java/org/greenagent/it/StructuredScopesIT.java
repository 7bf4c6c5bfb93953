package org.greenagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Structured task scopes, a preview in JDK 25. */
class StructuredScopesIT {
  @Test
  void scopesEndTheSame() throws Exception {
    String release = String.valueOf(Runtime.version().feature());
    Path classes = Javac.compile("preview/Scopes.java", "--enable-preview", "--release", release);
    Run plain =
        Parity.of("(a preview)")
            .with(jvm -> jvm.main("Scopes").classPath(classes.toString()))
            .with(jvm -> jvm.options("--enable-preview"))
            .check();
    assertThat(plain.out()).contains("nested: [1225, 1225]");
  }
}
