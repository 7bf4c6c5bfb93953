package programs.thread;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import programs.Cases;

/** A program that makes virtual threads itself: they stay what it asked for. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Thread made = Thread.ofVirtual().name("made").start(VirtualThreads::describe);
    made.join();
    System.out.println(made.getState() + " " + made.isVirtual() + " " + made.isDaemon());
    System.out.println(made.getThreadGroup() + " " + made.getClass().getSimpleName());
    Cases.run("setDaemon(false)", () -> made.setDaemon(false));
    Thread.startVirtualThread(VirtualThreads::describe).join();
    Thread nested = Cases.start("platform", () -> Thread.ofVirtual().start(() -> child()).join());
    Cases.join(nested);
    Thread numbered =
        Thread.ofVirtual().name("v-", 3).factory().newThread(VirtualThreads::describe);
    numbered.start();
    numbered.join();
    interrupted("sleep", () -> Thread.sleep(1_000_000));
    interrupted("park", LockSupport::park);
    interrupted("latch", new CountDownLatch(1)::await);
    uncaught();
    socketRead();
    many();
  }

  private static void describe() {
    Thread self = Thread.currentThread();
    System.out.println(self.getName() + " " + self.isVirtual() + " " + self.getPriority());
    System.out.println(
        self.getThreadGroup().getName() + " " + self.getContextClassLoader().getName());
    System.out.println(self.getState() + " " + self.toString().contains("VirtualThread[#"));
  }

  private static void child() {
    Thread self = Thread.currentThread();
    System.out.println("child of platform " + self.isVirtual() + self.isDaemon());
    Thread platform =
        Thread.ofPlatform()
            .start(() -> System.out.println("platform child " + Thread.currentThread().isDaemon()));
    Cases.join(platform);
  }

  private static void interrupted(String name, Cases.Action action) {
    String[] outcome = {null};
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              outcome[0] = Cases.outcome(() -> done(action));
              outcome[0] += Thread.currentThread().isInterrupted();
            });
    Cases.until(() ->
        thread.getState() == Thread.State.WAITING
            || thread.getState() == Thread.State.TIMED_WAITING);
    thread.interrupt();
    Cases.join(thread);
    System.out.println(name + " " + outcome[0]);
  }

  private static Object done(Cases.Action action) throws Throwable {
    action.run();
    return "done";
  }

  private static void uncaught() throws Exception {
    Thread thread =
        Thread.ofVirtual()
            .name("thrower")
            .start(() -> {
              throw new IllegalStateException("nobody catches");
            });
    thread.join();
    System.out.println("ended " + thread.getState());
    Thread worse =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((t, e) -> {
              throw new IllegalStateException("nobody is told of what a handler throws");
            })
            .start(() -> {
              throw new IllegalStateException("handled");
            });
    worse.join();
    System.out.println("worse " + worse.getState());
  }

  /** An interrupt closes the socket under a virtual thread, unlike under a platform thread. */
  private static void socketRead() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      String[] outcome = {null};
      Thread reader =
          Thread.ofVirtual().start(() -> outcome[0] = Cases.outcome(() -> read(client)));
      Cases.untilIn(reader, "implRead");
      reader.interrupt();
      reader.join();
      System.out.println("read " + outcome[0] + " closed " + client.isClosed());
      System.out.println("peer reads " + Cases.outcome(() -> read(accepted)));
    }
  }

  private static Object read(Socket socket) throws IOException {
    return socket.getInputStream().read();
  }

  private static void many() throws Exception {
    int[] count = {0};
    Thread[] threads = new Thread[2000];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.startVirtualThread(() -> {
            Cases.sneak(() -> Thread.sleep(5));
            synchronized (count) {
              count[0]++;
            }
          });
    }
    Cases.join(threads);
    System.out.println("count " + count[0]);
  }
}
