package org.greenagent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page of settings is the table in the code; {@code -Dupdate=true} writes it anew. */
class SettingsDocTest {
  @Test
  void thePageIsTheTable() throws IOException {
    Path page = Path.of(System.getProperty("docs", "../docs")).resolve("configuration.md");
    if (Boolean.getBoolean("update")) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, page());
    }
    assertThat(page).content().isEqualTo(page());
  }

  private static String page() {
    StringBuilder text =
        new StringBuilder(
            """
            # Settings

            Settings are system properties. One that does not exist, or whose value cannot be used, ends the JVM with
            status 1 and one line before the program starts. Patches that need another one are dropped with one line when
            that one is off.

            | Setting | Value | Default | Meaning |
            |---|---|---|---|
            """);
    for (Setting<?> setting : Settings.ALL) {
      text.append("| `")
          .append(setting.name())
          .append("` | ")
          .append(setting.type())
          .append(" | ")
          .append(setting.defaultText())
          .append(" | ")
          .append(setting.description())
          .append(" |\n");
    }
    text.append(
        """

        ## Patches

        | Patch | What it does | Needs |
        |---|---|---|
        """);
    for (Patch patch : Patch.values()) {
      text.append("| `")
          .append(patch.label())
          .append("` | ")
          .append(patch.description())
          .append(" | ")
          .append(patch.needsText())
          .append(" |\n");
    }
    return text.append(
            """

            ## Thread patterns

            `green.exclude` and `green.include` take entries separated by semicolons; `*` stands for any text, `?` for one
            letter, and the whole of the trait must match.

            | Entry | Compared with |
            |---|---|
            | `class:` | the binary name of the thread's class |
            | `name:` | the thread's name at its start |
            | `group:` | the name of its thread group |
            | `package:` | the package of the thread's class, unless that is `Thread`, or of its task's class |
            | `factory:` | the class of the thread factory of the `ThreadPoolExecutor` it works for |
            """)
        .toString();
  }
}
