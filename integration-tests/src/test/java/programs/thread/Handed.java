package programs.thread;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import programs.Cases;
import programs.Job;

/** Everywhere the JDK hands a thread to the program or takes one from it: always the same one. */
public final class Handed {
  private Handed() {}

  /** Shows what a lock keeps. */
  private static final class Open extends ReentrantLock {
    private static final long serialVersionUID = 1;

    String kept(Thread owner, Thread queued) {
      return (getOwner() == owner)
          + (" " + getQueuedThreads().contains(queued) + hasQueuedThread(queued));
    }

    boolean waits(Condition condition, Thread waiting) {
      return getWaitingThreads(condition).contains(waiting);
    }
  }

  /** Shows what a lock of readers and writers keeps. */
  private static final class OpenPair extends ReentrantReadWriteLock {
    private static final long serialVersionUID = 1;

    String kept(Thread owner, Thread reader, Thread writer) {
      return (getOwner() == owner)
          + (" " + getQueuedReaderThreads().contains(reader))
          + (" " + getQueuedWriterThreads().contains(writer))
          + (" " + hasQueuedThread(reader) + hasQueuedThread(writer));
    }
  }

  /** Shows who waits. */
  private static final class OpenSemaphore extends Semaphore {
    private static final long serialVersionUID = 1;

    OpenSemaphore() {
      super(0, true);
    }

    Collection<Thread> queued() {
      return getQueuedThreads();
    }
  }

  /** A synchroniser of the program's own. */
  private static final class Own extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(int one) {
      if (compareAndSetState(0, 1)) {
        setExclusiveOwnerThread(Thread.currentThread());
        return true;
      }
      return false;
    }

    @Override
    protected boolean tryRelease(int one) {
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }

    Thread owner() {
      return getExclusiveOwnerThread();
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    locks();
    readersAndWriters();
    synchronizers();
    pool();
    callbacks();
    timers();
    others();
  }

  private static void locks() {
    Open lock = new Open();
    Condition condition = lock.newCondition();
    Job waiter = Job.blockedAs(Thread.State.WAITING, () -> locked(lock, condition::await));
    lock.lock();
    System.out.println("waits " + lock.waits(condition, waiter));
    lock.unlock();
    Job owner = Job.blockedAs(Thread.State.WAITING, () -> locked(lock, LockSupport::park));
    Job queued = Job.blockedAs(Thread.State.WAITING, () -> locked(lock, () -> {}));
    System.out.println("lock " + lock.kept(owner, queued));
    System.out.println("text " + Cases.masked(lock.toString()));
    LockSupport.unpark(owner);
    System.out.println(owner.outcome() + queued.outcome() + " " + waiter.outcomeOnInterrupt());
  }

  private static Object locked(ReentrantLock lock, Cases.Action action) throws Throwable {
    lock.lock();
    try {
      action.run();
      return lock.isHeldByCurrentThread();
    } finally {
      lock.unlock();
    }
  }

  private static void readersAndWriters() {
    OpenPair lock = new OpenPair();
    lock.writeLock().lock();
    Job reader =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.readLock().lock();
              lock.readLock().unlock();
              return "read";
            });
    Job writer =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.writeLock().lock();
              lock.writeLock().unlock();
              return "written";
            });
    System.out.println("pair " + lock.kept(Thread.currentThread(), reader, writer));
    lock.writeLock().unlock();
    System.out.println(reader.outcome() + writer.outcome());
  }

  private static void synchronizers() {
    OpenSemaphore semaphore = new OpenSemaphore();
    Job waiter =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              semaphore.acquire();
              return "acquired";
            });
    System.out.println("semaphore " + semaphore.queued().equals(List.of(waiter)));
    semaphore.release();
    System.out.println(waiter.outcome());
    Own own = new Own();
    own.acquire(1);
    Job job =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              own.acquire(1);
              return own.owner() == Thread.currentThread();
            });
    System.out.println("own " + (own.owner() == Thread.currentThread()));
    System.out.println("first " + (own.getFirstQueuedThread() == job) + own.isQueued(job));
    System.out.println("queued " + own.getQueuedThreads().contains(job));
    System.out.println("blocker " + (LockSupport.getBlocker(job) == own));
    own.release(1);
    System.out.println(job.outcome());
  }

  private static void pool() throws Exception {
    List<Thread> made = new ArrayList<>();
    List<Boolean> same = new ArrayList<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "of the pool");
              made.add(thread);
              return thread;
            }) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            same.add(thread == made.get(0) && thread == Thread.currentThread());
          }

          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            same.add(Thread.currentThread() == made.get(0));
          }

          @Override
          protected void terminated() {
            same.add(Thread.currentThread().isAlive());
          }
        };
    System.out.println("task " + (pool.submit(Thread::currentThread).get() == made.get(0)));
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println("pool " + same + made.size());
    FutureTask<Object> task =
        new FutureTask<>(() -> {
          LockSupport.park();
          return Thread.currentThread().isInterrupted();
        });
    Thread runner = new Thread(task);
    runner.start();
    Cases.untilState(runner, Thread.State.WAITING);
    task.cancel(true);
    Cases.join(runner);
    System.out.println("cancelled " + task.isCancelled());
  }

  private static void callbacks() throws Exception {
    Thread[] made = new Thread[1];
    Executor each =
        task -> {
          made[0] = new Thread(task, "each");
          made[0].start();
        };
    Thread ran = CompletableFuture.supplyAsync(Thread::currentThread, each).get();
    System.out.println("future " + (ran == made[0]));
    CompletableFuture<Thread> later = new CompletableFuture<>();
    CompletableFuture<Thread> dependent = later.thenApply(first -> Thread.currentThread());
    Thread completer = Cases.start("completes", () -> later.complete(null));
    System.out.println("callback " + (dependent.get() == completer));
    Process process = new ProcessBuilder("true").start();
    System.out.println(
        "process " + process.onExit().thenApply(p -> Thread.currentThread().isAlive()).get());
    System.out.println(
        "handle "
            + process.toHandle().onExit().thenApply(p -> Thread.currentThread().isVirtual()).get());
  }

  private static void timers() throws Exception {
    Timer timer = new Timer("of the timer");
    List<Thread> threads = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(2);
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            threads.add(Thread.currentThread());
            done.countDown();
          }
        },
        0,
        1);
    done.await();
    timer.cancel();
    System.out.println(
        "timer " + threads.get(0).getName() + " " + (threads.get(0) == threads.get(1)));
  }

  private static void others() throws Exception {
    Job record =
        Job.start(
            "record",
            () ->
                new LogRecord(java.util.logging.Level.INFO, "text").getLongThreadID()
                    == Thread.currentThread().threadId());
    System.out.println("log record " + record.outcome());
    ForkJoinPool workers = new ForkJoinPool(2);
    System.out.println(
        "fork join "
            + workers.submit(() -> Thread.currentThread() instanceof ForkJoinWorkerThread).get());
    workers.shutdown();
    Thread main = Thread.currentThread();
    System.out.println(
        "stream "
            + IntStream.range(0, 50).parallel().allMatch(i -> known(Thread.currentThread(), main)));
    CountDownLatch cleaned = new CountDownLatch(1);
    Thread[] cleaning = new Thread[1];
    Cleaner.create(task -> cleaning[0] = new Thread(task, "cleans"))
        .register(new Object(), cleaned::countDown);
    Cases.until(() -> {
      System.gc();
      return cleaned.getCount() == 0;
    });
    System.out.println("cleaner made a thread that " + cleaning[0].getName());
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> System.out.println("hook " + Thread.currentThread().getName()), "hook's"));
    System.out.println(
        "walker "
            + StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.map(StackWalker.StackFrame::getMethodName).toList()));
  }

  private static boolean known(Thread thread, Thread main) {
    return thread == main || thread instanceof ForkJoinWorkerThread;
  }
}
