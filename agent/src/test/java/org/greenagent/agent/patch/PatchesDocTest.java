package org.greenagent.agent.patch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.greenagent.agent.admit.NativeRule;
import org.greenagent.agent.admit.OtherNatives;
import org.junit.jupiter.api.Test;

/** The page of patches is the table in the code; {@code -Dupdate=true} writes it anew. */
class PatchesDocTest {
  @Test
  void thePageIsTheTable() throws IOException {
    Path page = Path.of(System.getProperty("docs", "../docs")).resolve("patches.md");
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
            # What is changed in the JDK

            One row is one type under one toggle (`green.patch.X`). At start each row's methods are looked for in the JDK;
            where one is missing, its toggle is off, with one line.

            | Toggle | Type | Methods | Why |
            |---|---|---|---|
            """);
    for (TypePatch patch : Patches.ALL) {
      text.append("| `")
          .append(patch.toggle().label())
          .append("` | `")
          .append(patch.type())
          .append("` | ")
          .append(methods(patch))
          .append(" | ")
          .append(patch.why())
          .append(" |\n");
    }
    text.append(
        """

        Calls of `Thread.currentThread` and `Thread.onSpinWait` are redirected in the classes of the program, in the JDK's
        other modules, and in `java.util.concurrent` but for what parks or schedules by itself.

        ## Threads that stay native

        | Class of the thread or of its task | Why |
        |---|---|
        """);
    for (NativeRule rule : NativeRule.ALL) {
      text.append("| ")
          .append(code(rule.prefixes(), "*"))
          .append(" | ")
          .append(rule.reason())
          .append(" |\n");
    }
    text.append(
        """

        | A thread that | Why |
        |---|---|
        """);
    for (OtherNatives other : OtherNatives.ALL) {
      text.append("| ").append(other.which()).append(" | ").append(other.reason()).append(" |\n");
    }
    return text.toString();
  }

  private static String methods(TypePatch patch) {
    Set<String> methods = new LinkedHashSet<>();
    for (Hook hook : patch.hooks()) {
      methods.add(
          switch (hook) {
            case Hook.Advised one -> one.method();
            case Hook.Redirected one -> one.inMethod().equals("*") ? "all" : one.inMethod();
          });
    }
    return code(List.copyOf(methods), "");
  }

  private static String code(List<String> names, String suffix) {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(text.isEmpty() ? "`" : ", `").append(name).append(suffix).append('`');
    }
    return text.toString();
  }
}
