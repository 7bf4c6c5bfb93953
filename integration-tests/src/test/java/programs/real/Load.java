package programs.real;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import programs.Job;

/** Clients that ask a server many things at once. */
final class Load {
  private static final int THREADS = 20;
  private static final int REQUESTS = 15;

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

  /** How many answers of all threads were right; prints those that were not. */
  static int run(Asking asking) {
    Job[] jobs = new Job[THREADS];
    for (int i = 0; i < THREADS; i++) {
      int base = i * REQUESTS;
      jobs[i] = Job.start("load " + i, () -> ask(asking, base));
    }
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

  private static int ask(Asking asking, int base) throws Exception {
    int right = 0;
    for (int i = 0; i < REQUESTS; i++) {
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
