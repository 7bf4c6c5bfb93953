package programs.real;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;

/** A Groovy script with threads of its own: calls go through reflection and method handles. */
public final class GroovyScript {
  private static final String SCRIPT =
      """
      import java.util.concurrent.*

      class Worker extends Thread {
        def seen = []
        void run() {
          seen << (Thread.currentThread().is(this))
          seen << (currentThread().is(this))
          Thread.sleep(1)
        }
      }

      def workers = (1..5).collect { new Worker() }
      workers*.start()
      workers*.join()
      println workers*.seen
      def queue = new LinkedBlockingQueue()
      def started = Thread.start { 5.times { queue.put(it * it) } }
      println((1..5).collect { queue.take() })
      started.join()
      def pool = Executors.newFixedThreadPool(3)
      println pool.invokeAll((1..4).collect { n -> { -> n * 10 } as Callable })*.get()
      pool.shutdown()
      def main = Thread.currentThread()
      def seen = null
      Thread.start('named') { seen = [Thread.currentThread().name, Thread.currentThread() != main] }.join()
      println seen
      def lock = new Object()
      def count = 0
      (1..8).collect { Thread.start { 100.times { synchronized (lock) { count++ } } } }*.join()
      println count + " from " + name
      try {
        Thread.currentThread().interrupt()
        Thread.currentThread().join()
      } catch (InterruptedException e) {
        println "interrupted " + Thread.interrupted()
      }
      """;

  private GroovyScript() {}

  /** Runs the script in main and in a thread. */
  public static void main(String[] args) throws Exception {
    new GroovyShell(new Binding(java.util.Map.of("name", "main"))).evaluate(SCRIPT);
    Thread thread =
        new Thread(() ->
            new GroovyShell(new Binding(java.util.Map.of("name", "a thread"))).evaluate(SCRIPT));
    thread.start();
    thread.join();
  }
}
