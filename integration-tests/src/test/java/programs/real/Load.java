package programs.real;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;
import programs.Job;

/**
 * Clients that ask a server many things at once. With {@code -Dload.watched="N M"} the first load
 * goes on for N requests and the second for M, and before and after each somebody outside, who
 * answers with a line, has a look at this JVM.
 */
final class Load {
  private static final int THREADS = 20;
  private static final int REQUESTS = 15;
  private static final Scanner WATCHED = new Scanner(System.getProperty("load.watched", ""));
  private static final Scanner ANSWERS = new Scanner(System.in);

  private static int looks;

  private Load() {}

  /** One answer to one number. */
  interface Asking {
    /** Asks; the right answer is the text {@code answer N}. */
    String ask(int number) throws Exception;
  }

  /** The body of a GET. */
  static String get(String url) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setReadTimeout(60_000);
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes());
    }
  }

  /** The body of the answer to a POST. */
  static String post(String url, String type, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setReadTimeout(60_000);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", type);
    connection.getOutputStream().write(body.getBytes());
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readAllBytes());
    }
  }

  /** How many answers of all threads were right; prints those that were not. */
  static int run(Asking asking) {
    return run(THREADS, REQUESTS, asking);
  }

  /** The same with so many threads and so many requests of each. */
  static int run(int threads, int requests, Asking asking) {
    int right = right(start("load", 0, threads, requests, asking));
    if (WATCHED.hasNextInt()) {
      watch(WATCHED.nextInt() / THREADS, threads * requests, asking);
    }
    return right;
  }

  /** A tenth of the requests warms up. */
  private static void watch(int requests, int asked, Asking asking) {
    int warm = requests / 10;
    right(start("warm", asked, THREADS, warm, asking));
    look();
    System.out.println(
        "watched " + right(start("watched", asked + THREADS * warm, THREADS, requests, asking)));
    look();
  }

  private static void look() {
    looks++;
    System.out.println("look " + looks + ".");
    ANSWERS.nextLine();
  }

  /**
   * A small load first, then a large one: prints how many of its answers were right, whether its
   * threads were of the right kind and whether all descriptors came back.
   */
  static void large(int threads, int requests, Asking asking) throws Exception {
    System.out.println("warm " + run(asking));
    int before = Census.descriptors();
    CountDownLatch asked = new CountDownLatch(threads);
    CountDownLatch counted = new CountDownLatch(1);
    Job[] jobs =
        start(
            "large",
            0,
            threads,
            requests,
            number -> {
              if (number % requests == requests - 1) {
                asked.countDown();
                counted.await();
              }
              return asking.ask(number);
            });
    asked.await();
    Census.threads("large", threads);
    counted.countDown();
    System.out.println("right " + right(jobs));
    Census.descriptorsSince(before);
  }

  private static Job[] start(String name, int first, int threads, int requests, Asking asking) {
    Job[] jobs = new Job[threads];
    for (int i = 0; i < threads; i++) {
      int base = first + i * requests;
      jobs[i] = Job.start(name + " " + i, () -> ask(asking, base, requests));
    }
    return jobs;
  }

  private static int right(Job... jobs) {
    int right = 0;
    for (Job job : jobs) {
      String outcome = job.outcome();
      if (outcome.matches("[0-9]+")) {
        right += Integer.parseInt(outcome);
      } else {
        System.out.println(outcome);
      }
    }
    return right;
  }

  private static int ask(Asking asking, int base, int requests) throws Exception {
    int right = 0;
    for (int i = 0; i < requests; i++) {
      String answer = asking.ask(base + i);
      if (answer.equals("answer " + (base + i))) {
        right++;
      } else {
        System.out.println("wrong: " + answer);
      }
    }
    return right;
  }
}
