import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.stream.Stream;

/** Structured task scopes in main, in threads, and nested; compiled by the test, as a preview. */
public final class Scopes {
  private static final ScopedValue<String> SCOPED = ScopedValue.newInstance();
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  public static void main(String[] args) throws Exception {
    all("main");
    Thread thread = new Thread(() -> all("a thread"));
    thread.start();
    thread.join();
    try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
      pool.submit(() -> all("a pool")).get();
    }
  }

  private static void all(String where) {
    System.out.println("in " + where);
    ScopedValue.where(SCOPED, "bound in " + where)
        .run(() -> {
          show("sum", Scopes::sum);
          show("first", Scopes::first);
          show("failure", Scopes::failure);
          show("nested", Scopes::nested);
          show("platform threads", Scopes::platformThreads);
          show("timeout", Scopes::timeout);
          show("interrupt", Scopes::interrupt);
          show("wrong thread", Scopes::wrongThread);
          show("not joined", Scopes::notJoined);
        });
  }

  private static void show(String name, Callable<Object> body) {
    String outcome;
    try {
      outcome = String.valueOf(body.call());
    } catch (Throwable e) {
      outcome = e.getClass().getName() + " " + e.getMessage() + " cause " + e.getCause();
    }
    System.out.println(name + ": " + outcome);
  }

  private static Object sum() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Integer>allSuccessfulOrThrow())) {
      for (int i = 0; i < 50; i++) {
        int number = i;
        scope.fork(() -> {
          Thread.sleep(1);
          return SCOPED.isBound() ? number : -1;
        });
      }
      return scope.join().mapToInt(StructuredTaskScope.Subtask::get).sum();
    }
  }

  private static Object first() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<String>anySuccessfulResultOrThrow())) {
      scope.fork(Scopes::never);
      scope.fork(() -> "quick");
      return scope.join();
    }
  }

  private static String never() throws InterruptedException {
    NEVER.await();
    return "never";
  }

  private static Object failure() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(Scopes::never);
      scope.fork(() -> {
        throw new IllegalStateException("a subtask");
      });
      scope.join();
      return "joined";
    }
  }

  private static Object nested() throws Exception {
    try (var scope = StructuredTaskScope.open(Joiner.<Object>allSuccessfulOrThrow())) {
      scope.fork(Scopes::sum);
      scope.fork(Scopes::sum);
      return scope.join().map(StructuredTaskScope.Subtask::get).toList();
    }
  }

  private static Object platformThreads() throws Exception {
    var factory = Thread.ofPlatform().name("subtask-", 0).factory();
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<String>allSuccessfulOrThrow(), config -> config.withThreadFactory(factory))) {
      scope.fork(() -> Thread.currentThread().getName() + SCOPED.get());
      Stream<StructuredTaskScope.Subtask<String>> done = scope.join();
      return done.map(StructuredTaskScope.Subtask::get).toList();
    }
  }

  private static Object timeout() throws Exception {
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<String>allSuccessfulOrThrow(),
            config -> config.withTimeout(java.time.Duration.ofMillis(5)))) {
      scope.fork(Scopes::never);
      return scope.join();
    }
  }

  private static Object interrupt() throws Exception {
    Thread owner = Thread.currentThread();
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> {
        owner.interrupt();
        return never();
      });
      scope.join();
      return "joined";
    }
  }

  private static Object wrongThread() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      List<String> seen = new java.util.ArrayList<>();
      Thread other =
          new Thread(() -> {
            try {
              scope.fork(() -> 1);
            } catch (RuntimeException e) {
              seen.add(e.getClass().getName() + " " + e.getMessage());
            }
          });
      other.start();
      other.join();
      scope.join();
      return seen;
    }
  }

  private static Object notJoined() throws Exception {
    try (var scope = StructuredTaskScope.open()) {
      scope.fork(() -> 1);
      return "left";
    }
  }
}
