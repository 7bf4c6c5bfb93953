package example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  private static Captured run(Arguments.Program program, String... args) {
    return Captured.of(
        (out, err, given) ->
            Arguments.run(
                "demo [--count N]\nCounts.", Map.of("count", 3), program, out, err, given),
        args);
  }

  private static Captured count(String args) {
    return run(
        (given, out) -> {
          out.print(given.get("count"));
          return 0;
        },
        args.isEmpty() ? new String[0] : args.split(" ", -1));
  }

  @Test
  void defaultsHoldWithoutArguments() {
    assertThat(count("")).isEqualTo(new Captured(0, "3", ""));
  }

  @Test
  void givenValueReplacesTheDefault() {
    assertThat(count("--count 7").out()).isEqualTo("7");
  }

  @Test
  void helpIsPrintedWithStatusZero() {
    assertThat(count("--help"))
        .isEqualTo(new Captured(0, "usage: demo [--count N]\nCounts.\n", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--size 7", "7", "--count", "--count x", "--count -1", "--"})
  void badArgumentsGiveOneLineAndStatusTwo(String args) {
    Captured run = count(args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().startsWith("demo: ");
  }

  @Test
  void failureGivesOneLineAndStatusOne() {
    Captured run =
        run((_, _) -> {
          throw new IllegalStateException("broken");
        });

    assertThat(run)
        .isEqualTo(new Captured(1, "", "demo: java.lang.IllegalStateException: broken\n"));
  }
}
