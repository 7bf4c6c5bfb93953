package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/**
 * One run of a program within this JVM: its exit status and what it printed.
 *
 * @param status the exit status
 * @param out what it wrote to its output
 * @param err what it wrote to its error output
 */
public record Captured(int status, String out, String err) {

  /** A program's {@code run} method. */
  @FunctionalInterface
  public interface Program {

    /** Runs it and answers its exit status. */
    int run(PrintStream out, PrintStream err, String... args);
  }

  /** Runs a program to its end. */
  public static Captured of(Program program, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        program.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
    return new Captured(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
