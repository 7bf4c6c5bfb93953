package org.greenagent.queue;

import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.TestStringQueueGenerator;
import com.google.common.collect.testing.features.CollectionFeature;
import com.google.common.collect.testing.features.CollectionSize;
import com.google.common.collect.testing.features.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import junit.framework.AssertionFailedError;
import junit.framework.TestCase;
import junit.framework.TestResult;
import junit.framework.TestSuite;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Guava's tests of what a queue of the JDK must do. */
class GuavaQueueTest {
  private static final Feature<?> FIRST_IN_FIRST_OUT = CollectionFeature.KNOWN_ORDER;

  @TestFactory
  Stream<DynamicNode> fifo() {
    return tests("fifo", FifoQueue::new, FIRST_IN_FIRST_OUT);
  }

  @TestFactory
  Stream<DynamicNode> bounded() {
    return tests("bounded", () -> new FifoQueue<>(20), FIRST_IN_FIRST_OUT);
  }

  @TestFactory
  Stream<DynamicNode> lifo() {
    return tests("lifo", LifoQueue::new);
  }

  @TestFactory
  Stream<DynamicNode> priority() {
    return tests("priority", PriorityQueue::new);
  }

  private static Stream<DynamicNode> tests(
      String name, Supplier<GreenQueue<String>> fresh, Feature<?>... more) {
    List<Feature<?>> features = new ArrayList<>();
    features.add(CollectionSize.ANY);
    features.add(CollectionFeature.GENERAL_PURPOSE);
    features.add(CollectionFeature.ALLOWS_NULL_QUERIES);
    Collections.addAll(features, more);
    TestSuite suite =
        QueueTestSuiteBuilder.using(
                new TestStringQueueGenerator() {
                  @Override
                  protected Queue<String> create(String[] elements) {
                    GreenQueue<String> queue = fresh.get();
                    Collections.addAll(queue, elements);
                    return queue;
                  }
                })
            .named(name)
            .withFeatures(features)
            .createTestSuite();
    return nodes(suite);
  }

  private static Stream<DynamicNode> nodes(TestSuite suite) {
    return Collections.list(suite.tests()).stream()
        .map(test ->
            test instanceof TestSuite inner
                ? DynamicContainer.dynamicContainer(inner.getName(), nodes(inner))
                : DynamicTest.dynamicTest(test.toString(), () -> run((TestCase) test)));
  }

  private static void run(TestCase test) throws Throwable {
    TestResult result = new TestResult();
    test.run(result);
    if (!result.wasSuccessful()) {
      Throwable thrown =
          Stream.concat(
                  Collections.list(result.failures()).stream(),
                  Collections.list(result.errors()).stream())
              .findFirst()
              .orElseThrow(() -> new AssertionFailedError("no failure"))
              .thrownException();
      throw thrown;
    }
  }
}
