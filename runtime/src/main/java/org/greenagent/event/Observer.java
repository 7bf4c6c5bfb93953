package org.greenagent.event;

import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.RecordingState;

/**
 * What the flight recorder runs to ask the hubs how they are. Threads: the recorder's own; blocks:
 * never.
 */
final class Observer implements FlightRecorderListener {
  private final List<Hub> hubs;
  private final Runnable figures;
  private final Runnable probes;
  private final Runnable begins;
  private boolean begun;

  private Observer(List<? extends Observed> hubs, Runnable begins) {
    this.begins = begins;
    this.hubs = hubs.stream().map(Hub::new).toList();
    figures = () -> this.hubs.forEach(Hub::tell);
    probes = () -> this.hubs.forEach(Hub::probe);
  }

  /** Starts it; what is returned ends it. */
  static Runnable start(List<? extends Observed> hubs, Runnable begins) {
    Observer observer = new Observer(hubs, begins);
    FlightRecorder.addListener(observer);
    FlightRecorder.getFlightRecorder().getRecordings().forEach(observer::recordingStateChanged);
    return observer::end;
  }

  /**
   * Not before a recording runs: an event class that is loaded earlier is off, and on only some
   * time later.
   */
  @Override
  public synchronized void recordingStateChanged(jdk.jfr.Recording recording) {
    if (recording.getState() != RecordingState.RUNNING) {
      return;
    }
    if (!begun) {
      begun = true;
      FlightRecorder.addPeriodicEvent(HubEvent.class, figures);
      FlightRecorder.addPeriodicEvent(WakeUpEvent.class, probes);
    }
    begins.run();
  }

  private synchronized void end() {
    FlightRecorder.removeListener(this);
    if (begun) {
      FlightRecorder.removePeriodicEvent(figures);
      FlightRecorder.removePeriodicEvent(probes);
    }
  }

  /** One hub and what it had done when it was looked at last. */
  private static final class Hub {
    private final Observed hub;
    private long nanos = System.nanoTime();
    private long slept;
    private long switches;

    Hub(Observed hub) {
      this.hub = hub;
      slept = hub.sleptNanos();
      switches = hub.switches();
    }

    synchronized void tell() {
      long now = System.nanoTime();
      long sleptNow = hub.sleptNanos();
      long switchesNow = hub.switches();
      HubEvent event = new HubEvent();
      event.hub = hub.name();
      long passed = Math.max(1, now - nanos);
      event.load = Math.clamp(1f - (sleptNow - slept) / (float) passed, 0f, 1f);
      event.switches = switchesNow - switches;
      event.waiting = hub.waiting();
      event.timers = hub.timers();
      event.descriptors = hub.descriptors();
      event.commit();
      nanos = now;
      slept = sleptNow;
      switches = switchesNow;
    }

    void probe() {
      long start = System.nanoTime();
      hub.probe(() -> {
        long latency = System.nanoTime() - start;
        hub.later(() -> tell(latency));
      });
    }

    private void tell(long latency) {
      WakeUpEvent event = new WakeUpEvent();
      event.hub = hub.name();
      event.latency = latency;
      event.commit();
    }
  }
}
