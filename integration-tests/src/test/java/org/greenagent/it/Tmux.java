package org.greenagent.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A terminal with one program in it, whose screen can be read and whose keys can be pressed. */
final class Tmux implements AutoCloseable {
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Path tmux;
  private final Path folder;

  private Tmux(Path tmux, Path folder) {
    this.tmux = tmux;
    this.folder = folder;
  }

  /** Starts the program; when it has ended the screen says {@code ended with STATUS}. */
  static Tmux run(Path tmux, List<String> command) {
    Tmux terminal = new Tmux(tmux, Places.newFolder("tmux"));
    String line =
        command.stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" ", "", "; echo ended with $?; exec cat"));
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "130", "-y", "40", line).expect(0);
    return terminal;
  }

  /** Waits until the screen shows the text. */
  void until(String text) throws InterruptedException {
    long start = System.nanoTime();
    while (!screen().contains(text)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("never showed " + text + "\n" + screen());
      }
      Thread.sleep(10);
    }
  }

  /** What the screen shows now. */
  String screen() {
    return tmux("capture-pane", "-p").expect(0).out();
  }

  /** Presses a key. */
  void press(String key) {
    tmux("send-keys", key).expect(0);
  }

  private Run tmux(String... words) {
    List<String> command = new ArrayList<>(List.of(tmux.toString(), "-S", folder + "/socket"));
    command.addAll(List.of(words));
    return Command.run(command.toArray(String[]::new));
  }

  @Override
  public void close() throws IOException {
    tmux("kill-server");
    Files.deleteIfExists(folder.resolve("socket"));
    Files.delete(folder);
  }
}
