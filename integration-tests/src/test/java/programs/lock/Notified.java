package programs.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** Monitors that change hands so often that the hubs see to it themselves. */
public final class Notified {
  private static final int TURNS = 20_000;
  private static final int ITEMS = 2_000;
  private static final int ROOM = 16;
  private static final int CROWD = 300;

  private Notified() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    turns(2);
    turns(5);
    queue(1);
    queue(20);
    contended();
    crowd();
    turns(2);
  }

  private static void all(List<Thread> threads) throws InterruptedException {
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void await(Object monitor) {
    try {
      monitor.wait();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Each has its turn in order. */
  private static void turns(int count) throws InterruptedException {
    Object monitor = new Object();
    int[] turn = new int[2]; // whose, and how many there were
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int own = i;
      threads.add(
          new Thread(() -> {
            synchronized (monitor) {
              for (int n = 0; n < TURNS / count; n++) {
                while (turn[0] != own) {
                  await(monitor);
                }
                turn[0] = (own + 1) % count;
                turn[1]++;
                monitor.notifyAll();
              }
            }
          }));
    }
    all(threads);
    System.out.println("turns " + turn[1]);
  }

  private static void queue(int pairs) throws InterruptedException {
    Queue<Integer> queue = new ArrayDeque<>();
    long[] sum = new long[1];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      threads.add(new Thread(() -> put(queue)));
      threads.add(new Thread(() -> take(queue, sum)));
    }
    all(threads);
    System.out.println("sum " + sum[0] + " left " + queue.size());
  }

  private static void put(Queue<Integer> queue) {
    for (int n = 0; n < ITEMS; n++) {
      synchronized (queue) {
        while (queue.size() >= ROOM) {
          await(queue);
        }
        queue.add(n);
        queue.notifyAll();
      }
    }
  }

  private static void take(Queue<Integer> queue, long[] sum) {
    for (int n = 0; n < ITEMS; n++) {
      synchronized (queue) {
        while (queue.isEmpty()) {
          await(queue);
        }
        sum[0] += queue.remove();
        queue.notifyAll();
      }
    }
  }

  /** The holder gives its turn away, so that all others block. */
  private static void contended() throws InterruptedException {
    Object monitor = new Object();
    int[] count = new int[1];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < ROOM; i++) {
      threads.add(
          new Thread(() -> {
            for (int n = 0; n < ITEMS / ROOM; n++) {
              synchronized (monitor) {
                count[0]++;
                Thread.yield();
              }
            }
          }));
    }
    all(threads);
    System.out.println("count " + count[0]);
  }

  /** More wait than hubs keep account of, beside two that take turns all the time. */
  private static void crowd() throws InterruptedException {
    Object[] monitors = new Object[CROWD];
    boolean[] open = new boolean[CROWD];
    List<Thread> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      int own = i;
      monitors[i] = new Object();
      Thread waiter =
          new Thread(() -> {
            synchronized (monitors[own]) {
              while (!open[own]) {
                await(monitors[own]);
              }
            }
          });
      waiter.start();
      crowd.add(waiter);
    }
    turns(2);
    for (int i = 0; i < CROWD; i++) {
      synchronized (monitors[i]) {
        open[i] = true;
        monitors[i].notify();
      }
    }
    turns(2);
    for (Thread waiter : crowd) {
      waiter.join();
    }
    System.out.println("crowd " + crowd.size());
  }
}
