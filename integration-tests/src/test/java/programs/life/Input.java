package programs.life;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.Scanner;
import programs.Cases;
import programs.Job;

/** Reads standard input: in main and in a thread, to its end. */
public final class Input {
  private Input() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    BufferedReader reader = new BufferedReader(new InputStreamReader(System.in), 1);
    System.out.println("first " + reader.readLine());
    Job second = Job.start("reader", reader::readLine);
    System.out.println("second " + second.outcome());
    Job rest =
        Job.start(
            "rest",
            () -> {
              try (Scanner scanner = new Scanner(reader)) {
                int sum = 0;
                while (scanner.hasNextInt()) {
                  sum += scanner.nextInt();
                }
                return sum;
              }
            });
    System.out.println("sum " + rest.outcome());
    Cases.show("after the end", reader::readLine);
    Cases.show("closed", () -> System.in.read());
    System.out.println("console " + (System.console() == null));
  }
}
