package example.producerconsumer;

import static org.assertj.core.api.Assertions.assertThat;

import example.Captured;
import org.junit.jupiter.api.Test;

class ProducerConsumerTest {

  @Test
  void consumesEveryItemInOrder() {
    Captured run = Captured.of(ProducerConsumer::run, "--items", "4");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .containsExactly("consumed 1", "consumed 2", "consumed 3", "consumed 4", "sum 10");
  }

  @Test
  void nothingToProduceEndsAtOnce() {
    assertThat(Captured.of(ProducerConsumer::run, "--items", "0").out()).isEqualTo("sum 0\n");
  }
}
