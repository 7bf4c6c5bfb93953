package programs.thread;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import programs.Cases;

/** What a thread gets from the one that made it, main or not, and what builders give. */
public final class Inheritance {
  private static final ThreadLocal<String> PLAIN = ThreadLocal.withInitial(() -> "initial");
  private static final InheritableThreadLocal<String> HEIR =
      new InheritableThreadLocal<>() {
        @Override
        protected String childValue(String parent) {
          return parent + "+";
        }
      };
  private static final ScopedValue<String> SCOPED = ScopedValue.newInstance();

  private Inheritance() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    HEIR.set("main");
    PLAIN.set("of main");
    describe("main");
    ThreadGroup group = new ThreadGroup("group");
    group.setMaxPriority(6);
    Thread parent = new Thread(group, Inheritance::parent, "parent");
    parent.setDaemon(true);
    parent.setPriority(9);
    parent.setContextClassLoader(new URLClassLoader("loader", new URL[0], null));
    parent.start();
    parent.join();
    System.out.println("group after " + group.activeCount() + " " + group.getMaxPriority());
    HEIR.set("changed");
    builders();
    limits();
    scoped();
    cleared();
    unnamed();
  }

  private static void describe(String who) {
    Thread t = Thread.currentThread();
    ClassLoader loader = t.getContextClassLoader();
    System.out.println(
        who
            + (" " + t.getName() + " daemon " + t.isDaemon() + " priority " + t.getPriority())
            + (" group " + t.getThreadGroup().getName() + " heir " + HEIR.get())
            + (" plain " + PLAIN.get() + " loader " + (loader == null ? null : loader.getName())));
  }

  private static void parent() {
    describe("parent");
    HEIR.set("parent's");
    Thread child = new Thread(() -> describe("child"), "child");
    System.out.println("daemon inherited before start " + child.isDaemon());
    child.start();
    Cases.join(child);
    Thread other = new Thread(() -> describe("non-daemon child"), "other");
    other.setDaemon(false);
    other.setPriority(Thread.MIN_PRIORITY);
    other.setContextClassLoader(null);
    other.start();
    Cases.join(other);
    Thread noHeir = new Thread(null, () -> describe("no heir"), "no heir", 0, false);
    noHeir.start();
    Cases.join(noHeir);
    Thread early = new Thread(() -> describe("captured at construction"), "early");
    HEIR.set("later");
    Thread.currentThread().setPriority(2);
    early.start();
    Cases.join(early);
    Cases.run("setDaemon while alive", () -> Thread.currentThread().setDaemon(false));
    ThreadGroup own = new ThreadGroup("made by parent");
    System.out.println(own.getParent().getName() + " " + own.getMaxPriority());
  }

  private static void builders() throws Exception {
    AtomicInteger handled = new AtomicInteger();
    Thread built =
        Thread.ofPlatform()
            .name("built")
            .daemon()
            .priority(3)
            .group(new ThreadGroup("built's"))
            .inheritInheritableThreadLocals(false)
            .uncaughtExceptionHandler((t, e) -> handled.incrementAndGet())
            .unstarted(() -> {
              describe("builder");
              throw new IllegalStateException();
            });
    built.start();
    built.join();
    System.out.println("handled " + handled);
    ThreadFactory factory = Thread.ofPlatform().name("made-", 5).priority(8).factory();
    for (int i = 0; i < 2; i++) {
      Thread made = factory.newThread(() -> describe("factory"));
      made.start();
      made.join();
    }
    Thread large = new Thread(null, () -> describe("large stack"), "large", 64 << 20);
    large.start();
    large.join();
    Thread small = Thread.ofPlatform().stackSize(200_000).start(() -> describe("small stack"));
    small.join();
  }

  private static void limits() {
    Thread thread = new Thread(() -> {});
    Cases.run("priority 0", () -> thread.setPriority(0));
    Cases.run("priority 11", () -> thread.setPriority(11));
    Cases.run("null name", () -> thread.setName(null));
    Cases.show("null name at construction", () -> new Thread((String) null));
    Cases.show("enumerate null", () -> Thread.enumerate(null));
    Cases.run("sleep -1", () -> Thread.sleep(-1));
    Cases.run("sleep with too many nanos", () -> Thread.sleep(0, 1_000_000));
    Cases.run("holdsLock of null", () -> Thread.holdsLock(null));
    Cases.run("stop", () -> Thread.class.getMethod("stop").invoke(thread));
  }

  private static void scoped() throws Exception {
    ScopedValue.where(SCOPED, "bound")
        .run(() -> {
          System.out.println("scoped here " + SCOPED.get());
          Thread thread =
              Cases.start("scoped", () -> System.out.println("in a child " + SCOPED.isBound()));
          Cases.join(thread);
        });
    Thread own =
        Cases.start(
            "own scope",
            () ->
                ScopedValue.where(SCOPED, "outer")
                    .run(() ->
                        ScopedValue.where(SCOPED, "inner")
                            .run(() -> System.out.println("nested " + SCOPED.get()))));
    Cases.join(own);
    System.out.println("scoped after " + SCOPED.isBound());
  }

  private static void cleared() throws Exception {
    for (int i = 0; i < 3; i++) {
      Thread thread =
          new Thread(() -> {
            String before = PLAIN.get();
            PLAIN.set("set");
            Thread.yield();
            System.out.println("local " + before + " " + PLAIN.get());
            PLAIN.remove();
            System.out.println("removed " + PLAIN.get());
          });
      thread.start();
      thread.join();
    }
  }

  private static void unnamed() throws Exception {
    int first = Integer.parseInt(new Thread().getName().replace("Thread-", ""));
    int second = Integer.parseInt(new Thread(() -> {}).getName().replace("Thread-", ""));
    System.out.println("numbers grow by " + (second - first));
  }
}
