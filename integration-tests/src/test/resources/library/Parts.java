import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.coroutine.Coroutine;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.hub.Hub;
import org.greenagent.pool.Mapped;
import org.greenagent.pool.Pool;
import org.greenagent.pool.ThreadPool;
import org.greenagent.queue.Channel;
import org.greenagent.queue.FifoQueue;
import org.greenagent.watch.IoWatcher;
import org.greenagent.watch.Loop;

/** Coroutines, loops, queues and pools, together with threads of the program. */
public final class Parts {
  private Parts() {}

  public static void main(String[] args) throws Exception {
    coroutines();
    Thread thread = new Thread(Parts::coroutines);
    thread.start();
    thread.join();
    loop();
    queues();
    pools();
  }

  private static void coroutines() {
    Coroutine[] two = new Coroutine[2];
    two[0] =
        new Coroutine(none -> {
          System.out.println(12);
          two[1].switchTo();
          System.out.println(34);
          return null;
        });
    two[1] =
        new Coroutine(none -> {
          System.out.println(56);
          two[0].switchTo();
          System.out.println(78);
          return null;
        });
    two[0].switchTo();
    two[1].close();
    two[0] =
        new Coroutine(words -> {
          List<?> both = (List<?>) words;
          System.out.println(two[1].switchTo("" + both.get(0) + both.get(1)));
          return null;
        });
    two[1] =
        new Coroutine(word -> {
          System.out.println(word);
          two[0].switchTo(42);
          return null;
        });
    two[0].switchTo("hello", " world");
    two[1].close();
  }

  private static void loop() throws Exception {
    try (Loop loop = new Loop()) {
      Pipe pipe = Pipe.open();
      pipe.source().configureBlocking(false);
      IoWatcher io = loop.io(pipe.source(), SelectionKey.OP_READ);
      io.start(() -> {
        System.out.println("readable");
        io.stop();
      });
      loop.timer(Duration.ofMillis(1)).start(() -> System.out.println("timer"));
      Thread writes =
          new Thread(() -> {
            try {
              pipe.sink().write(ByteBuffer.allocate(1));
            } catch (java.io.IOException e) {
              System.out.println(e);
            }
          });
      loop.runOnce();
      writes.start();
      System.out.println("left: " + loop.run());
      writes.join();
      pipe.sink().close();
      pipe.source().close();
    }
  }

  private static void queues() throws Exception {
    FifoQueue<Integer> queue = new FifoQueue<>(2);
    Thread puts =
        new Thread(() -> {
          try {
            for (int i = 1; i <= 1000; i++) {
              queue.put(i);
            }
            queue.shutdown();
          } catch (InterruptedException e) {
            System.out.println(e);
          }
        });
    puts.start();
    Greenlet<Integer> takes =
        Greenlet.spawn(() -> {
          int sum = 0;
          for (int i = 1; i <= 1000; i++) {
            sum += queue.take();
          }
          return sum;
        });
    System.out.println("sum: " + takes.get());
    puts.join();
    List<String> log = new ArrayList<>();
    Greenlet<Void> sends =
        Greenlet.spawn(() -> {
          Channel<String> channel = new Channel<>();
          Greenlet<Void> receives =
              Greenlet.spawn(() -> {
                log.add(channel.take());
                log.add(channel.take());
              });
          log.add("sending");
          channel.put("hello");
          log.add("sent hello");
          channel.put("world");
          log.add("sent world");
          receives.join();
        });
    sends.get();
    System.out.println(log);
  }

  private static void pools() throws Exception {
    try (Pool pool = new Pool(2);
        ThreadPool threads = new ThreadPool(1)) {
      System.out.println(pool.map(List.of(1, 2, 3), i -> i * i));
      try (Mapped<Integer> mapped = threads.imap(List.of(3, 4), i -> i + 1)) {
        while (mapped.hasNext()) {
          System.out.println(mapped.next());
        }
      }
      System.out.println("on a hub: " + pool.apply(() -> Hub.current() != null));
      System.out.println("on a hub: " + threads.apply(() -> Hub.current() != null));
      System.out.println(threads.apply(() -> Thread.currentThread().getName()));
    }
  }
}
