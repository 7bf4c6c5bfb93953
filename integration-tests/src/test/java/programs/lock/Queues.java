package programs.lock;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** Blocking queues between threads: nothing lost, nothing twice, order kept. */
public final class Queues {
  private static final int ITEMS = 2_000;

  private Queues() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    pair("ArrayBlockingQueue", new ArrayBlockingQueue<>(3));
    pair("fair ArrayBlockingQueue", new ArrayBlockingQueue<>(3, true));
    pair("LinkedBlockingQueue", new LinkedBlockingQueue<>());
    pair("bounded LinkedBlockingQueue", new LinkedBlockingQueue<>(2));
    pair("LinkedBlockingDeque", new LinkedBlockingDeque<>(4));
    pair("SynchronousQueue", new SynchronousQueue<>());
    pair("fair SynchronousQueue", new SynchronousQueue<>(true));
    pair("LinkedTransferQueue", new LinkedTransferQueue<>());
    pair("PriorityBlockingQueue", new PriorityBlockingQueue<>());
    crowd("ArrayBlockingQueue", new ArrayBlockingQueue<>(3));
    crowd("SynchronousQueue", new SynchronousQueue<>());
    crowd("LinkedTransferQueue", new LinkedTransferQueue<>());
    transfer();
    timeouts();
    delays();
    ring();
  }

  private static void pair(String name, BlockingQueue<Integer> queue) {
    boolean sorted = !name.startsWith("Priority");
    Job consumer =
        Job.start(
            "consumer",
            () -> {
              long sum = 0;
              boolean inOrder = true;
              for (int i = 0; i < ITEMS; i++) {
                int item = queue.take();
                inOrder &= item == i;
                sum += item;
              }
              return sum + (sorted ? " in order " + inOrder : "");
            });
    Job producer =
        Job.start(
            "producer",
            () -> {
              for (int i = 0; i < ITEMS; i++) {
                queue.put(i);
              }
              return "all put";
            });
    System.out.println(name + " " + producer.outcome() + " " + consumer.outcome());
  }

  private static void crowd(String name, BlockingQueue<Integer> queue) {
    Job[] jobs = new Job[8];
    for (int i = 0; i < jobs.length; i++) {
      boolean producer = i % 2 == 0;
      jobs[i] =
          Job.start(
              "crowd",
              () -> {
                long sum = 0;
                for (int n = 1; n <= 300; n++) {
                  if (producer) {
                    queue.put(n);
                  } else {
                    sum += queue.take();
                  }
                }
                return sum;
              });
    }
    long sum = 0;
    for (Job job : jobs) {
      sum += Long.parseLong(job.outcome());
    }
    System.out.println("crowd at " + name + " " + sum + " left " + queue.size());
  }

  private static void transfer() throws Exception {
    LinkedTransferQueue<String> queue = new LinkedTransferQueue<>();
    Job transferring =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              queue.transfer("item");
              return "taken";
            });
    System.out.println("waits " + queue.size() + queue.take() + " " + transferring.outcome());
    Cases.show("tryTransfer", () -> queue.tryTransfer("nobody"));
    Cases.show("timed", () -> queue.tryTransfer("nobody", 1, TimeUnit.MILLISECONDS));
    Job taker = Job.blockedAs(Thread.State.WAITING, queue::take);
    System.out.println("waiting consumer " + queue.hasWaitingConsumer());
    System.out.println(queue.tryTransfer("somebody") + " " + taker.outcome());
  }

  private static void timeouts() {
    Cases.show("poll", () -> new ArrayBlockingQueue<>(1).poll(1, TimeUnit.MILLISECONDS));
    Cases.show("offer", () -> new SynchronousQueue<>().offer(1, 1, TimeUnit.MILLISECONDS));
    Cases.show("add", () -> new ArrayBlockingQueue<>(1).addAll(java.util.List.of(1, 2)));
    Cases.run("put null", () -> new LinkedBlockingQueue<>().put(null));
  }

  private record Item(String name, long due) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due, ((Item) other).due);
    }
  }

  private static void delays() {
    DelayQueue<Item> queue = new DelayQueue<>();
    Job[] takers = new Job[3];
    for (int i = 0; i < takers.length; i++) {
      takers[i] = Job.blockedAs(Thread.State.WAITING, () -> queue.take().name().length());
    }
    long now = System.nanoTime();
    queue.put(new Item("three", now + 15_000_000));
    queue.put(new Item("first", now + 5_000_000));
    queue.put(new Item("other", now + 10_000_000));
    for (Job taker : takers) {
      System.out.println("delayed " + taker.outcome());
    }
  }

  private static void ring() throws Exception {
    int size = 50;
    SynchronousQueue<?>[] made = new SynchronousQueue<?>[size];
    @SuppressWarnings("unchecked")
    SynchronousQueue<Integer>[] queues = (SynchronousQueue<Integer>[]) made;
    for (int i = 0; i < size; i++) {
      queues[i] = new SynchronousQueue<>();
    }
    Job[] members = new Job[size];
    for (int i = 0; i < size; i++) {
      SynchronousQueue<Integer> in = queues[i];
      SynchronousQueue<Integer> out = queues[(i + 1) % size];
      members[i] = Job.start("member " + i, () -> forward(in, out, 20 * size));
    }
    queues[0].put(0);
    Cases.until(() -> !members[0].isAlive());
    System.out.println("rest " + queues[0].poll(1, TimeUnit.DAYS));
    System.out.println("first " + members[0].outcome() + " last " + members[49].outcome());
  }

  private static Object forward(
      SynchronousQueue<Integer> in, SynchronousQueue<Integer> out, int end) throws Exception {
    int token;
    do {
      token = in.take();
      out.put(token + 1);
    } while (token < end);
    return token;
  }
}
