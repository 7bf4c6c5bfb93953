package programs.thread;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;

/**
 * Virtual threads that are scheduled by an executor of the program, as frameworks do it that run
 * them on their event loops.
 *
 * <p>Needs {@code --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
public final class OwnScheduler {
  private OwnScheduler() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    try (ExecutorService pool = Executors.newSingleThreadExecutor(OwnScheduler::worker)) {
      Executor scheduler = pool::execute;
      turns(scheduler);
      waits(scheduler);
      heirs(scheduler);
      Cases.show(
          "the worker goes on", () -> pool.submit(() -> Thread.currentThread().getName()).get());
      Cases.show("its interrupt", () -> interruptedWorker(pool));
    }
    loop();
    Thread refused = builder(task -> refuse()).unstarted(() -> {});
    Cases.run("refused", refused::start);
    System.out.println(refused.getState());
    nested();
    dump();
  }

  private static Thread worker(Runnable task) {
    return new Thread(task, "worker");
  }

  private static void refuse() {
    throw new RejectedExecutionException("not here");
  }

  private static Thread.Builder.OfVirtual builder(Executor scheduler) {
    try {
      Constructor<?> constructor =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      return (Thread.Builder.OfVirtual) constructor.newInstance(scheduler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One worker: they take turns in the order in which they yield. */
  private static void turns(Executor scheduler) throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    Thread.Builder builder = builder(scheduler);
    Thread first =
        builder.unstarted(() -> {
          Thread second = builder.start(() -> count("second", order));
          count("first", order);
          Cases.join(second);
        });
    first.start();
    first.join();
    System.out.println(order);
  }

  private static void count(String name, List<String> order) {
    for (int i = 0; i < 3; i++) {
      order.add(name + i);
      Thread.yield();
    }
  }

  /** Parks, monitors, time and descriptors, while others run on the same worker. */
  private static void waits(Executor scheduler) throws Exception {
    Object lock = new Object();
    Pipe pipe = Pipe.open();
    Thread.Builder builder = builder(scheduler);
    Thread parked = builder.start(LockSupport::park);
    Thread sleeper = builder.start(() -> Cases.run("sleeps", () -> Thread.sleep(60_000)));
    Thread waiting = builder.start(() -> Cases.run("waits", () -> await(lock)));
    ByteBuffer bytes = ByteBuffer.allocate(8);
    Thread reader = builder.start(() -> Cases.show("reads", () -> pipe.source().read(bytes)));
    Cases.untilState(parked, Thread.State.WAITING);
    LockSupport.unpark(parked);
    parked.join();
    Cases.untilState(sleeper, Thread.State.TIMED_WAITING);
    sleeper.interrupt();
    sleeper.join();
    Cases.untilState(waiting, Thread.State.WAITING);
    synchronized (lock) {
      lock.notifyAll();
    }
    waiting.join();
    pipe.sink().write(ByteBuffer.wrap("bytes".getBytes()));
    reader.join();
    System.out.println(reader.isVirtual() + " " + reader.getState());
  }

  private static void await(Object lock) throws InterruptedException {
    synchronized (lock) {
      lock.wait();
    }
  }

  /** A virtual thread inherits the scheduler, a platform thread is none of its business. */
  private static void heirs(Executor scheduler) throws Exception {
    Thread parent =
        builder(scheduler)
            .start(() -> {
              Thread child = Thread.ofVirtual().unstarted(() -> {});
              Cases.show("inherited", () -> schedulerOf(child) == scheduler);
              Thread platform = new Thread(() -> System.out.println("a platform thread"));
              platform.start();
              Cases.join(platform);
            });
    parent.join();
  }

  private static Object schedulerOf(Thread thread) throws ReflectiveOperationException {
    Field field = Class.forName("java.lang.VirtualThread").getDeclaredField("scheduler");
    field.setAccessible(true);
    return field.get(thread);
  }

  /** What is interrupted is the virtual thread, and the worker when it is meant. */
  private static String interruptedWorker(ExecutorService pool) throws Exception {
    Thread[] worker = {null};
    Executor noting =
        task ->
            pool.execute(() -> {
              worker[0] = Thread.currentThread();
              task.run();
            });
    boolean[] seen = {false};
    Thread carried =
        builder(noting)
            .start(() -> {
              worker[0].interrupt();
              seen[0] = Thread.currentThread().isInterrupted();
            });
    carried.join();
    return seen[0] + " " + carried.isInterrupted();
  }

  /** An event loop that holds a lock as it runs them. */
  private static void loop() throws Exception {
    LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    Object lock = new Object();
    Thread loop =
        new Thread(
            () -> {
              synchronized (lock) {
                for (int i = 0; i < 4; i++) {
                  Cases.sneak(() -> queue.take().run());
                }
              }
              System.out.println("loop ends, " + Thread.currentThread().getName());
            },
            "loop");
    loop.start();
    int[] steps = {0};
    Thread carried =
        builder(queue::add)
            .start(() -> {
              for (int i = 0; i < 3; i++) {
                steps[0]++;
                Thread.yield();
              }
            });
    carried.join();
    loop.join();
    System.out.println("steps " + steps[0]);
  }

  /** A virtual thread cannot carry another. */
  private static void nested() throws Exception {
    Thread carried = builder(OwnScheduler::onVirtualThread).unstarted(() -> {});
    carried.start();
    System.out.println(carried.getState());
  }

  /** A dump while there is one that cannot go on: its scheduler is closed. */
  private static void dump() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor(OwnScheduler::worker);
    AtomicBoolean closed = new AtomicBoolean();
    Executor scheduler =
        task -> {
          if (closed.get()) {
            refuse();
          }
          pool.execute(task);
        };
    Thread stuck = builder(scheduler).name("stuck").start(LockSupport::park);
    Cases.untilState(stuck, Thread.State.WAITING);
    closed.set(true);
    pool.close();
    Cases.run("unpark", () -> LockSupport.unpark(stuck));
    Path file = Files.createTempDirectory("dump").resolve("threads");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    System.out.println("dumped " + Files.readString(file).contains("\"main\""));
    Files.delete(file);
    Files.delete(file.getParent());
  }

  private static void onVirtualThread(Runnable task) {
    Cases.join(Thread.ofVirtual().start(() -> Cases.run("carry", task::run)));
  }
}
