package org.greenagent.agent.admit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.greenagent.config.BadSetting;
import org.greenagent.config.Settings;
import org.junit.jupiter.api.Test;
import sample.OwnThread;

class AdmissionTest {
  private static final Runnable TASK = OwnThread.task();

  private final Admission admission = new Admission(settings());

  @Test
  void ordinaryThreadsAreAdmitted() {
    assertThat(admits(new Thread(TASK))).isTrue();
    assertThat(admission.admits(new OwnThread(null), null, 0)).isTrue();
    assertThat(admission.admits(new Thread(TASK), new OwnThread(null), 0)).isTrue();
    assertThat(admission.admits(new Thread(TASK), new Thread(), 0)).isTrue();
  }

  @Test
  void forkJoinWorkersStayNative() {
    ForkJoinWorkerThread worker =
        ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(ForkJoinPool.commonPool());

    assertThat(admission.admits(worker, null, 0)).isFalse();
  }

  @Test
  void theJdksOwnStayNative() throws Exception {
    assertThat(NativeRule.of(Class.forName("jdk.internal.misc.InnocuousThread"))).isNotNull();
    assertThat(NativeRule.of(Class.forName("sun.nio.ch.AsynchronousChannelGroupImpl"))).isNotNull();
    assertThat(NativeRule.of(Class.forName("java.util.concurrent.DelayScheduler"))).isNotNull();
    assertThat(NativeRule.of(Class.forName("java.util.TimerThread"))).isNull();
    assertThat(NativeRule.of(Class.forName("jdk.internal.net.http.HttpClientImpl"))).isNull();
  }

  @Test
  void largeStacksStayNative() {
    long carrier = CarrierStack.of(new String[0]);

    assertThat(admission.admits(new Thread(TASK), TASK, carrier / 2)).isTrue();
    assertThat(admission.admits(new Thread(TASK), TASK, 64 * carrier)).isFalse();
  }

  @Test
  void theStackOfACarrierIsTheJvmsDefault() {
    assertThat(CarrierStack.of(new String[] {"-Xmx1g", "-Xss4m"})).isEqualTo(4 << 20);
    assertThat(CarrierStack.of(new String[] {"-Xss4m", "-XX:ThreadStackSize=512"}))
        .isEqualTo(512 << 10);
    assertThat(CarrierStack.of(new String[] {"-Xssx"})).isGreaterThanOrEqualTo(1 << 20);
  }

  @Test
  void whatIsExcludedStaysNativeUnlessIncluded() {
    Admission picky =
        new Admission(settings("green.exclude=name:db-*", "green.include=name:db-fast"));

    assertThat(picky.admits(new Thread(TASK, "db-1"), TASK, 0)).isFalse();
    assertThat(picky.admits(new Thread(TASK, "db-fast"), TASK, 0)).isTrue();
    assertThat(picky.admits(new Thread(TASK, "web-1"), TASK, 0)).isTrue();
  }

  @Test
  void nothingIsAdmittedOnceTheShutdownHasBegun() {
    Admission ending = new Admission(settings());
    ending.shutdownStarted();

    assertThat(ending.admits(new Thread(TASK), TASK, 0)).isFalse();
  }

  private boolean admits(Thread thread) {
    return admission.admits(thread, TASK, 0);
  }

  private static Settings settings(String... lines) {
    Properties properties = new Properties();
    for (String line : lines) {
      int equals = line.indexOf('=');
      properties.setProperty(line.substring(0, equals), line.substring(equals + 1));
    }
    try {
      return Settings.read(properties);
    } catch (BadSetting e) {
      throw new AssertionError(e);
    }
  }
}
