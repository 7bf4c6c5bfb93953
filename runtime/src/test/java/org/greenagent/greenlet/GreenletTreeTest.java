package org.greenagent.greenlet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.greenagent.greenlet.Tests.inGreenlet;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.greenagent.sync.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GreenletTreeTest {
  private final Event end = new Event();
  private volatile GreenletTree tree;

  @BeforeEach
  void tracked() {
    GreenletTree.track(true);
    GreenletTree.track(true);
  }

  @AfterEach
  void untracked() {
    end.set();
    Greenlets.trackStacks(false);
    GreenletTree.track(false);
  }

  /** A parent with two children, one of which has ended. */
  private Greenlet<String> family() throws Exception {
    Greenlet<String> parent =
        new Greenlet<>(() -> {
          Greenlet<String> first = new Greenlet<>(() -> "its value");
          first.name("first");
          first.start();
          Greenlet<Void> second =
              new Greenlet<>(() -> {
                end.await();
                return null;
              });
          second.name("second");
          second.start();
          first.get();
          Greenlets.yieldNow();
          Greenlet.current().spawnTreeLocals().put("key", "shared");
          tree = GreenletTree.current();
          assertThat(tree.children())
              .extracting(GreenletTree::greenlet)
              .containsExactly(first, second);
          return "all";
        });
    parent.name("parent");
    parent.start();
    return parent;
  }

  @Test
  void showsWhoSpawnedWhom() throws Exception {
    Greenlet<String> parent = family();
    parent.get();
    assertThat(tree.greenlet()).isSameAs(parent);
    assertThat(tree.toString().lines())
        .containsExactly(
            "+-- parent ended with all",
            "|   +-- first ended with its value",
            "|   +-- second goes on");
    assertThat(GreenletTree.forest()).extracting(GreenletTree::greenlet).contains(parent);
  }

  @Test
  void showsDetails() throws Exception {
    Greenlets.trackStacks(true);
    Greenlet<String> parent = family();
    parent.get();
    assertThat(tree.children().getLast().format())
        .startsWith("+-- second goes on\n")
        .contains("|   made at ")
        .contains("|   shares {key=shared}\n")
        .contains("|   at org.greenagent.sync.Event.await");
  }

  @Test
  void runInfoShowsThreadsAndTrees() throws Exception {
    Greenlet<String> parent = family();
    parent.join();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RunInfo.print(new PrintStream(out, true, UTF_8));
    assertThat(out.toString(UTF_8))
        .contains(Thread.currentThread().getName())
        .contains("runInfoShowsThreadsAndTrees")
        .contains("+-- second goes on");
  }

  @Test
  void knowsNothingUntracked() throws Exception {
    GreenletTree.track(false);
    assertThatIllegalStateException().isThrownBy(GreenletTree::forest);
    assertThat(RunInfo.format()).contains("greenlets are not tracked");
    GreenletTree.track(true);
    assertThat(GreenletTree.forest()).isEmpty();
    assertThatIllegalStateException().isThrownBy(GreenletTree::current);
    List<GreenletTree> none = inGreenlet(GreenletTree::forest);
    assertThat(none).isEmpty();
  }
}
