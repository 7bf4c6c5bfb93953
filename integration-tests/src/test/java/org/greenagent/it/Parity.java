package org.greenagent.it;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One program, run without the agent and under it with one and two hubs: output, errors and exit
 * status must be the same, character by character.
 */
final class Parity {
  private final String program;
  private UnaryOperator<Jvm> setUp = jvm -> jvm;

  private Parity(String program) {
    this.program = program;
  }

  /** Compares this class, named from the root package of all such classes. */
  static Parity of(String program) {
    return ofMain("programs." + program);
  }

  /** Compares the main class of that full name, which a library has. */
  static Parity ofMain(String program) {
    return new Parity(program);
  }

  /** Compares the program with these arguments. */
  static void check(String program, String... args) {
    of(program).with(jvm -> jvm.args(args)).check();
  }

  /** Sets up each of the three JVMs alike. */
  Parity with(UnaryOperator<Jvm> more) {
    UnaryOperator<Jvm> before = setUp;
    setUp = jvm -> more.apply(before.apply(jvm));
    return this;
  }

  /** Compares everything in its order. Returns the plain run for further demands. */
  Run check() {
    return compare(UnaryOperator.identity());
  }

  /** Compares sorted lines, for programs whose threads print in any order. */
  Run checkUnordered() {
    return compare(Run::sorted);
  }

  private Run compare(UnaryOperator<Run> view) {
    Run plain = view.apply(run(Mode.PLAIN));
    if (plain.out().isEmpty() && plain.err().isEmpty()) {
      throw new AssertionError("the program shows nothing that could be compared\n" + plain);
    }
    List<String> problems =
        Mode.UNDER_AGENT.stream()
            .map(mode -> problem(plain, mode, view))
            .filter(problem -> !problem.isEmpty())
            .toList();
    if (!problems.isEmpty()) {
      throw new AssertionError(program + "\n" + String.join("\n", problems));
    }
    return plain;
  }

  private String problem(Run plain, Mode mode, UnaryOperator<Run> view) {
    try {
      Run run = view.apply(run(mode));
      return run.shown().equals(plain.shown())
          ? ""
          : "plain (-) and " + mode + " (+) differ:\n" + Diff.of(plain.shown(), run.shown());
    } catch (AssertionError hung) {
      return mode + ": " + hung.getMessage();
    }
  }

  private Run run(Mode mode) {
    Jvm jvm = mode.jvm().options("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    return setUp.apply(jvm.main(program)).run();
  }
}
