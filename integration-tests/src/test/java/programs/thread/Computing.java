package programs.thread;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Threads that compute each time before they do something, beside others that do not compute. */
public final class Computing {
  private static final int OTHERS = 12;
  private static final int TURNS = 60;
  private static final long TURN_NANOS = 500_000;
  private static final long PAUSE_NANOS = 100_000;

  private static final ThreadLocal<Integer> COUNT = ThreadLocal.withInitial(() -> 0);
  private static final AtomicBoolean OVER = new AtomicBoolean();
  private static final Object MONITOR = new Object();
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static volatile long computed;
  private static int underMonitor;
  private static int underLock;

  private Computing() {}

  private interface Turn {
    void run(int turn) throws Exception;
  }

  /** Arguments: none. */
  public static void main(String[] args) throws Exception {
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < OTHERS; i++) {
      others.add(started("other", turn -> LockSupport.parkNanos(PAUSE_NANOS), () -> !OVER.get()));
    }
    sleeps();
    talks();
    locks();
    hands();
    starts();
    interrupts();
    OVER.set(true);
    for (Thread other : others) {
      other.join();
    }
    System.out.println("uncaught");
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, thrown) -> System.out.println(thread.getName() + " " + thrown));
    compute();
    throw new IllegalStateException("the end");
  }

  private static void compute() {
    long sum = 1;
    for (long end = System.nanoTime() + TURN_NANOS; System.nanoTime() - end < 0; ) {
      sum = 31 * sum + end;
    }
    computed = sum;
  }

  private interface Condition {
    boolean holds();
  }

  private static Thread started(String name, Turn turn, Condition goesOn) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int i = 0; goesOn.holds(); i++) {
                  turn.run(i);
                }
              } catch (Exception thrown) {
                System.out.println(name + " " + thrown);
              }
            },
            name);
    thread.start();
    return thread;
  }

  /** A thread that computes before each of its turns; they are counted by a thread-local. */
  private static Thread computing(String name, Turn turn) {
    return started(
        name,
        i -> {
          compute();
          turn.run(i);
          COUNT.set(COUNT.get() + 1);
          if (COUNT.get() == TURNS) {
            System.out.println(name + " " + Thread.currentThread().getName() + " " + COUNT.get());
          }
        },
        () -> COUNT.get() < TURNS);
  }

  private static void sleeps() throws InterruptedException {
    computing("sleeps", turn -> Thread.sleep(0, 100_000)).join();
    computing("yields", turn -> Thread.yield()).join();
    computing("parks", turn -> LockSupport.parkNanos(PAUSE_NANOS)).join();
  }

  private static void talks() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread echo = started("echo", turn -> echo(accepted), () -> !accepted.isClosed());
      computing(
              "talks",
              turn -> {
                client.getOutputStream().write(turn);
                if (client.getInputStream().read() != turn) {
                  System.out.println("not " + turn);
                }
              })
          .join();
      client.shutdownOutput();
      echo.join();
    }
  }

  private static void echo(Socket accepted) throws IOException {
    InputStream in = accepted.getInputStream();
    int read = in.read();
    if (read < 0) {
      accepted.close();
    } else {
      accepted.getOutputStream().write(read);
    }
  }

  private static void locks() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(started("counts " + i, Computing::count, () -> underLock < 1_000));
    }
    computing("counts", Computing::count).join();
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(underMonitor == underLock);
  }

  private static void count(int turn) throws InterruptedException {
    LOCK.lockInterruptibly();
    try {
      synchronized (MONITOR) {
        underMonitor++;
        MONITOR.notifyAll();
        MONITOR.wait(0, 1);
        underLock++;
      }
    } finally {
      LOCK.unlock();
    }
  }

  private static void hands() throws InterruptedException {
    BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
    BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
    Thread first =
        computing(
            "hands",
            turn -> {
              there.put(turn);
              if (back.take() != turn) {
                System.out.println("not " + turn);
              }
            });
    Thread second =
        started(
            "takes",
            turn -> {
              compute();
              back.put(there.take());
              COUNT.set(turn + 1);
            },
            () -> COUNT.get() < TURNS);
    first.join();
    second.join();
  }

  private static void starts() throws InterruptedException {
    computing(
            "starts",
            turn -> {
              Thread child = new Thread(() -> {});
              child.start();
              child.join();
            })
        .join();
  }

  private static void interrupts() throws InterruptedException {
    BlockingQueue<Integer> nothing = new ArrayBlockingQueue<>(1);
    AtomicBoolean waits = new AtomicBoolean();
    Thread waiting =
        computing(
            "is interrupted",
            turn -> {
              if (turn > TURNS / 2) {
                waits.set(true);
                nothing.take();
              } else {
                LockSupport.parkNanos(PAUSE_NANOS);
              }
            });
    while (!waits.get()) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    waiting.join();
  }
}
