package org.greenagent;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A test of several threads: runs once, or as often as the system property {@code repeat} says. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ConcurrentTest.Repeat.class)
public @interface ConcurrentTest {

  /** Each time with an instance of its own, and with all that comes before and after a test. */
  final class Repeat implements TestTemplateInvocationContextProvider {
    private static final int TIMES = Integer.getInteger("repeat", 1);

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      return IntStream.range(0, TIMES).mapToObj(i -> new TestTemplateInvocationContext() {});
    }
  }
}
