package org.greenagent.coroutine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.greenagent.greenlet.GreenletExit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CoroutineTest {
  private final List<Object> log = new ArrayList<>();
  private final Coroutine root = Coroutine.current();
  private final List<Coroutine> made = new ArrayList<>();

  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(Coroutine.trace(null)).isNull();
    made.forEach(Coroutine::close);
  }

  private Coroutine make(Body body) {
    Coroutine coroutine = new Coroutine(body);
    made.add(coroutine);
    return coroutine;
  }

  @Test
  void twoPrint12And56And34() {
    Coroutine[] two = new Coroutine[2];
    two[0] =
        make(none -> {
          log.add(12);
          two[1].switchTo();
          log.add(34);
          return null;
        });
    two[1] =
        make(none -> {
          log.add(56);
          two[0].switchTo();
          log.add(78);
          return null;
        });
    two[0].switchTo();
    assertThat(log).containsExactly(12, 56, 34);
    assertThat(two[0].dead()).isTrue();
    assertThat(two[1].active()).isTrue();
  }

  @Test
  void twoPassHelloWorldAnd42() {
    Coroutine[] two = new Coroutine[2];
    two[0] =
        make(words -> {
          List<?> both = (List<?>) words;
          Object back = two[1].switchTo("" + both.get(0) + both.get(1));
          log.add(back);
          return null;
        });
    two[1] =
        make(word -> {
          log.add(word);
          two[0].switchTo(42);
          return null;
        });
    two[0].switchTo("hello", " world");
    assertThat(log).containsExactly("hello world", 42);
  }

  @Test
  void returnsWhatTheTargetHandsBack() {
    Coroutine echo =
        make(first -> {
          Object next = first;
          while (true) {
            next = root.switchTo("got " + next);
          }
        });
    assertThat(echo.switchTo(1)).isEqualTo("got 1");
    assertThat(echo.switchTo(2)).isEqualTo("got 2");
    assertThat(echo.switchTo()).isEqualTo("got null");
    assertThat(echo.switchTo(1, null, 3)).isEqualTo("got [1, null, 3]");
  }

  @Test
  void itsResultGoesToTheParent() {
    assertThat(make(value -> value + "!").switchTo("a")).isEqualTo("a!");
  }

  @Test
  void aResultStartsAParentThatNeverRan() {
    Coroutine parent = make(value -> List.of(value, 24));
    Coroutine child = new Coroutine(none -> 42, parent);
    assertThat(child.switchTo()).isEqualTo(List.of(42, 24));
    assertThat(parent.dead()).isTrue();
  }

  @Test
  void anExceptionGoesToTheParentAsItIs() {
    IOException thrown = new IOException("checked");
    Coroutine fails =
        make(none -> {
          throw thrown;
        });
    assertThatThrownBy(fails::switchTo).isSameAs(thrown);
    assertThat(fails.dead()).isTrue();
  }

  @Test
  void anExitIsAValueForTheParent() {
    GreenletExit exit = new GreenletExit();
    Coroutine leaves =
        make(none -> {
          throw exit;
        });
    assertThat(leaves.switchTo()).isSameAs(exit);
  }

  @Test
  void aDeadOneStandsForItsLivingAncestor() {
    Coroutine dead = make(none -> null);
    dead.switchTo();
    assertThat(dead.switchTo(25)).isEqualTo(25);
    assertThat(dead.switchTo()).isNull();

    Coroutine parent = make(value -> root.switchTo("parent " + root.switchTo("up " + value)));
    parent.switchTo(1);
    Coroutine child = new Coroutine(none -> "end", parent);
    assertThat(child.switchTo()).isEqualTo("parent end");
    Coroutine other = new Coroutine(none -> child.switchTo("through"), root);
    made.add(other);
    parent.close();
    assertThat(other.switchTo()).isEqualTo("through");
  }

  @Test
  void aSwitchToItselfReturnsAtOnce() {
    assertThat(root.switchTo(7)).isEqualTo(7);
    assertThat(make(none -> Coroutine.current().switchTo(8)).switchTo()).isEqualTo(8);
  }

  @Test
  void throwsIntoOneAtItsSwitch() {
    Coroutine catches =
        make(none -> {
          try {
            return root.switchTo("ready");
          } catch (IllegalStateException e) {
            log.add(e.getMessage());
            return root.switchTo("goes on");
          } finally {
            log.add("finally");
          }
        });
    assertThat(catches.switchTo()).isEqualTo("ready");
    assertThat(catches.throwInto(new IllegalStateException("in"))).isEqualTo("goes on");
    assertThat(catches.throwInto()).isInstanceOf(GreenletExit.class);
    assertThat(log).containsExactly("in", "finally");
    assertThat(catches.dead()).isTrue();
  }

  @Test
  void throwsIntoADeadOne() {
    Coroutine dead = make(none -> null);
    dead.switchTo();
    GreenletExit exit = new GreenletExit();
    assertThat(dead.throwInto(exit)).isSameAs(exit);
    IllegalStateException thrown = new IllegalStateException();
    assertThatThrownBy(() -> dead.throwInto(thrown)).isSameAs(thrown);
    assertThatThrownBy(() -> root.throwInto(thrown)).isSameAs(thrown);
  }

  @Test
  void throwGoesToOriginalParent() {
    Coroutine parent =
        make(none -> {
          try {
            root.switchTo("waits");
          } catch (IndexOutOfBoundsException e) {
            return "caught";
          }
          return "not thrown";
        });
    assertThat(parent.switchTo()).isEqualTo("waits");
    Coroutine child = new Coroutine(none -> log.add("ran"), parent);
    assertThat(child.throwInto(new IndexOutOfBoundsException())).isEqualTo("caught");
    assertThat(child.dead()).isTrue();
    assertThat(child.started()).isFalse();
    assertThat(log).isEmpty();
  }

  @Test
  void anExceptionKillsAParentThatNeverRan() {
    Coroutine parent = make(none -> log.add("ran"));
    Coroutine child =
        new Coroutine(
            none -> {
              throw new IllegalStateException("deep");
            },
            parent);
    assertThatThrownBy(child::switchTo).hasMessage("deep");
    assertThat(parent.dead()).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void theParentCanBeChanged() {
    Coroutine child = make(none -> "result");
    Coroutine parent = make(value -> "parent got " + value);
    assertThat(child.parent()).isSameAs(root);
    child.parent(parent);
    assertThat(child.switchTo()).isEqualTo("parent got result");
    assertThat(root.parent()).isNull();
  }

  @Test
  void refusesBadParents() {
    Coroutine child = make(none -> null);
    Coroutine grandchild = new Coroutine(none -> null, child);
    assertThatThrownBy(() -> child.parent(grandchild))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cyclic parent chain");
    assertThatThrownBy(() -> child.parent(child)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> child.parent(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> root.parent(child)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Coroutine(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> child.throwInto(null)).isInstanceOf(NullPointerException.class);
  }

  @Test
  void tellsItsState() {
    Coroutine one = make(none -> root.switchTo());
    assertThat(List.of(one.started(), one.active(), one.dead()))
        .containsExactly(false, false, false);
    assertThat(one.toString()).endsWith("pending");
    one.switchTo();
    assertThat(List.of(one.started(), one.active(), one.dead())).containsExactly(true, true, false);
    assertThat(one.toString()).endsWith("active");
    one.switchTo();
    assertThat(List.of(one.started(), one.active(), one.dead())).containsExactly(true, false, true);
    assertThat(one.toString()).endsWith("dead");
    assertThat(List.of(root.started(), root.active(), root.dead()))
        .containsExactly(true, true, false);
  }

  @Test
  void showsFramesWhileItIsSuspended() {
    Coroutine one = make(none -> root.switchTo(Coroutine.current().stackTrace().length));
    assertThat(one.stackTrace()).isEmpty();
    assertThat(one.switchTo()).isEqualTo(0);
    assertThat(one.stackTrace())
        .anySatisfy(frame -> assertThat(frame.getClassName()).isEqualTo(getClass().getName()));
    one.switchTo();
    assertThat(one.stackTrace()).isEmpty();
  }

  @Test
  void tracesInOrder() {
    Coroutine first = make(none -> null);
    Coroutine second =
        make(none -> {
          throw new IllegalStateException();
        });
    List<Object> seen = new ArrayList<>();
    Coroutine.trace((kind, origin, target) -> seen.add(List.of(kind, origin, target)));
    first.switchTo();
    assertThatThrownBy(second::switchTo).isInstanceOf(IllegalStateException.class);
    assertThat(Coroutine.trace(null)).isNotNull();
    assertThat(seen)
        .containsExactly(
            List.of(Tracer.Kind.SWITCH, root, first),
            List.of(Tracer.Kind.SWITCH, first, root),
            List.of(Tracer.Kind.SWITCH, root, second),
            List.of(Tracer.Kind.THROW, second, root));
  }

  @Test
  void aTracerThatThrowsIsTakenOff() {
    Coroutine one = make(none -> log.add("ran"));
    Coroutine.trace((kind, origin, target) -> {
      throw new IllegalStateException("tracer");
    });
    assertThatThrownBy(one::switchTo).hasMessage("tracer");
    assertThat(Coroutine.tracer()).isNull();
    assertThat(one.dead()).isTrue();
    assertThat(log).isEmpty();
  }

  @Test
  void closeRunsFinallyBlocks() {
    Coroutine other = make(none -> root.switchTo());
    other.switchTo();
    try (Coroutine one =
        new Coroutine(
            none -> {
              try {
                return root.switchTo();
              } finally {
                log.add("finally");
              }
            },
            other)) {
      one.switchTo();
    }
    assertThat(log).containsExactly("finally");
    assertThat(other.dead()).isFalse();
  }

  @Test
  void closeThrowsWhatItLetsOutInstead() {
    Coroutine one =
        new Coroutine(none -> {
          try {
            return root.switchTo();
          } catch (GreenletExit e) {
            throw new IllegalStateException("instead");
          }
        });
    one.switchTo();
    assertThatThrownBy(one::close).hasMessage("instead");
    one.close();
    Coroutine never = new Coroutine(none -> log.add("ran"));
    never.close();
    assertThat(never.dead()).isTrue();
    assertThat(log).isEmpty();
    assertThatThrownBy(root::close).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesOtherThreads() throws InterruptedException {
    AtomicReference<Coroutine> foreign = new AtomicReference<>();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Coroutine mine = make(none -> null);
    Thread thread =
        new Thread(() -> {
          foreign.set(new Coroutine(none -> null));
          try {
            mine.switchTo();
          } catch (WrongThreadException e) {
            thrown.set(e);
          }
        });
    thread.start();
    thread.join();
    assertThat(thrown.get()).hasMessage("cannot switch to a different thread");
    assertThat(mine.started()).isFalse();
    assertThatThrownBy(() -> foreign.get().switchTo())
        .isInstanceOf(WrongThreadException.class)
        .hasMessage("cannot switch to a different thread, which has ended");
    assertThatThrownBy(() -> foreign.get().throwInto()).isInstanceOf(WrongThreadException.class);
    assertThatThrownBy(() -> mine.parent(foreign.get())).isInstanceOf(WrongThreadException.class);
    assertThatThrownBy(() -> new Coroutine(none -> null, foreign.get()))
        .isInstanceOf(WrongThreadException.class);
  }

  @Test
  void hasThreadLocalsOfItsOwn() {
    ThreadLocal<String> local = ThreadLocal.withInitial(() -> "fresh");
    local.set("root's");
    Coroutine one =
        make(none -> {
          Object before = local.get();
          local.set("mine");
          root.switchTo(before);
          return local.get();
        });
    assertThat(one.switchTo()).isEqualTo("fresh");
    assertThat(one.switchTo()).isEqualTo("mine");
    assertThat(local.get()).isEqualTo("root's");
  }
}
