package org.greenagent.hub;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.greenagent.event.Reason;
import org.greenagent.event.Recording;
import org.greenagent.util.MpscQueue;
import org.greenagent.vthread.Mounted;

/**
 * Watches for greenlets that hold on to their hub, and moves the hub to another OS thread; lets
 * others help a hub whose greenlets compute ({@link Spread}).
 *
 * <p>When a hub is moved {@link Suspect} says.
 *
 * <p>It sleeps while all hubs do. <em>What would be lost:</em> the monitor sees all hubs asleep, a
 * hub wakes and sees the monitor still awake, and nobody watches. So each side writes its own
 * state, then a full fence, then reads the other's.
 *
 * <p>Threads: an OS thread of its own. Blocks: only by parking itself.
 */
final class Monitor extends Thread implements Haste.Mover {
  private static final long SHORTEST_TICK_NANOS = 1_000_000;

  /** Hubs that may move are looked at so often, if there are several or natives can be told. */
  private static final long LONGEST_TICK_NANOS = 2_500_000;

  /** While nothing is suspected, a tick lasts so many times as long. */
  private static final int CALM = 2;

  private static final long MOMENT_NANOS = 50_000;
  private static final long PATIENCE_NANOS = 200_000_000;

  /** How often questions about memory are asked. */
  private static final long MEMORY_NANOS = 1_000_000_000;

  /** How often questions about deadlocks are asked while hubs are busy. */
  private static final long DEADLOCK_NANOS = 10_000_000_000L;

  final Stalls stalls;
  private final NativeHolds natives;
  private final Haste haste;
  private final Carriers carriers;
  private final Hub[] hubs; // those of the lane behind the others
  private final ComputeLane lane; // null: there is none
  private final Suspect[] suspects;
  private final Spread[] spreads; // none when there is one hub
  private final HubOptions options;
  private final long tickNanos;
  private final MpscQueue<Runnable> notes = new MpscQueue<>(); // of hubs and greenlets
  private Runnable unobserve; // the scribe's; null: nobody has recorded yet
  private boolean observed;
  private long askedForMemory;
  private long askedForDeadlocks;
  private volatile boolean asleep;
  private volatile boolean closed;

  // writes: the recorder's threads, and the monitor when it has seen it
  private volatile boolean recordingBegun;

  Monitor(Carriers carriers, Hub[] hubs, Hub[] computing, HubOptions options, ThreadGroup group) {
    super(group, null, "green-sysmon", 0, false);
    this.carriers = carriers;
    this.hubs = Arrays.copyOf(hubs, hubs.length + computing.length);
    System.arraycopy(computing, 0, this.hubs, hubs.length, computing.length);
    lane = hubs[0].lane;
    this.options = options;
    long handoffNanos = options.handoffNanos();
    stalls = new Stalls(options, this.hubs.length, carriers);
    natives = new NativeHolds(options, carriers, this.hubs);
    haste = new Haste(options, this.hubs);
    boolean spreading = hubs.length > 1 && handoffNanos > 0;
    long tick = Math.max(SHORTEST_TICK_NANOS, shortest() / Suspect.TICKS);
    tickNanos = spreading || natives.possible() ? Math.min(tick, LONGEST_TICK_NANOS) : tick;
    suspects = new Suspect[this.hubs.length];
    for (int i = 0; i < suspects.length; i++) {
      suspects[i] = new Suspect(options.handoffNanos());
    }
    spreads = new Spread[spreading ? hubs.length : 0];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = new Spread(hubs[i]);
    }
    setDaemon(true);
  }

  /** The shortest time that something has to be noticed in. */
  private long shortest() {
    long blocking = options.watching().blockingNanos();
    long handoffNanos = options.handoffNanos();
    if (handoffNanos == 0 || blocking == 0) {
      return Math.max(handoffNanos, blocking);
    }
    return Math.min(handoffNanos, blocking);
  }

  /** Called by a hub that left sleep, after it wrote that it is awake. */
  void hubAwake() {
    VarHandle.fullFence();
    if (asleep) {
      asleep = false;
      LockSupport.unpark(this);
    }
  }

  /** The recorder is in use: it looks soon. */
  void recorderBegun() {
    LockSupport.unpark(this);
  }

  /** One more recording runs. */
  private void recordingBegun() {
    recordingBegun = true;
    LockSupport.unpark(this);
  }

  /** Ends it. */
  void close() {
    closed = true;
    LockSupport.unpark(this);
  }

  /** Has the hubs observed no more; called once it and the scribe have ended. */
  void unobserve() {
    if (unobserve != null) {
      unobserve.run();
    }
  }

  @Override
  public void run() {
    long idleSince = System.nanoTime();
    long ticked = idleSince;
    boolean calm = false;
    while (!closed) {
      try {
        long tick = calm ? CALM * tickNanos : tickNanos;
        boolean hasty = haste.on(System.nanoTime());
        LockSupport.parkNanos(this, untilNextLook(tick, hasty));
        Thread.interrupted();
        long now = System.nanoTime();
        boolean ticks = !hasty || now - ticked >= tick;
        if (ticks || natives.eager()) {
          natives.look(this, now);
        }
        haste.look(this, now);
        if ((hasty || natives.eager()) && now - ticked < tick) {
          continue;
        }
        ticked = now;
        calm = !spread(now);
        carriers.unblocking.tick(carriers);
        if (lane != null) {
          lane.tick(now);
        }
        record();
        ask(now, now - askedForDeadlocks > DEADLOCK_NANOS);
        if (watch(now)) {
          idleSince = now;
        } else if (now - idleSince >= PATIENCE_NANOS) {
          ask(now, true);
          sleep();
          idleSince = System.nanoTime();
        }
        calm &= !suspected();
      } catch (Throwable thrown) {
        HubErrors.MONITOR.report(thrown);
      }
    }
  }

  private long untilNextLook(long tick, boolean hasty) {
    if (natives.eager()) {
      return NativeHolds.TICK_NANOS;
    }
    return hasty ? Haste.TICK_NANOS : tick;
  }

  private void sleep() {
    if (lane != null) {
      lane.rest();
    }
    asleep = true;
    VarHandle.fullFence();
    while (asleep && !closed && allAsleep() && !recorderWaits()) {
      if (options.watching().memory() == null) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, MEMORY_NANOS);
        ask(System.nanoTime(), false);
      }
    }
    asleep = false;
  }

  private boolean recorderWaits() {
    return recordingBegun || (!observed && Recording.on());
  }

  /** Has the hubs observed from the moment on that somebody records. */
  private void record() {
    for (Runnable note = notes.poll(); note != null; note = notes.poll()) {
      carriers.note(note);
    }
    if (!observed && Recording.on()) {
      observed = carriers.note(new Errand(this, null));
    }
    if (recordingBegun) {
      recordingBegun = false;
      stalls.recorded();
    }
  }

  /** Called by a hub after a long pass, while somebody records. */
  void passed(Hub hub, long nanos, long switches) {
    notes.offer(new Pass(hub, nanos, switches));
  }

  /** Called by hubs: {@code note} goes to the scribe. */
  void later(Runnable note) {
    notes.offer(note);
  }

  /** Called where a greenlet has ended, while somebody records. */
  void ended(Thread greenlet) {
    notes.offer(new End(greenlet));
  }

  /** The end of a greenlet, a note for the scribe. */
  record End(Thread greenlet) implements Runnable {
    @Override
    public void run() {
      Recording.ended(greenlet);
    }
  }

  /** A long pass, a note for the scribe. */
  record Pass(Hub hub, long nanos, long switches) implements Runnable {
    @Override
    public void run() {
      Recording.passed(hub.toString(), nanos, switches);
    }
  }

  /** What the scribe is sent for; one class, see there. */
  static final class Errand implements Runnable {
    private final Monitor monitor;
    private final Supplier<String> question;

    /**
     * An errand.
     *
     * @param monitor the hubs are to be observed; null: not that
     * @param question the answer is to be said; null: not that
     */
    Errand(Monitor monitor, Supplier<String> question) {
      this.monitor = monitor;
      this.question = question;
    }

    @Override
    public void run() {
      String answer = question == null ? null : question.get();
      if (answer != null) {
        monitor.options.warn().accept(answer);
      } else if (question == null) {
        monitor.observe();
      }
    }
  }

  private void observe() {
    List<Hub> fronts = Arrays.stream(hubs).filter(hub -> hub.front == hub).toList();
    unobserve = Recording.observe(fronts, this::recordingBegun);
    for (Hub hub : fronts) {
      hub.probe(() -> hub.observed = true);
    }
  }

  /** Asks what it is time to ask. */
  private void ask(long now, boolean forDeadlocks) {
    Watching watching = options.watching();
    if (forDeadlocks && watching.deadlocks() != null) {
      askedForDeadlocks = now;
      carriers.note(new Errand(this, watching.deadlocks()));
    }
    if (watching.memory() != null && now - askedForMemory >= MEMORY_NANOS) {
      askedForMemory = now;
      carriers.note(new Errand(this, watching.memory()));
    }
  }

  private boolean allAsleep() {
    for (Hub hub : hubs) {
      if (!hub.sleep.asleep() && hub.carrier != null) {
        return false;
      }
    }
    return true;
  }

  private boolean suspected() {
    for (Suspect suspect : suspects) {
      if (suspect.suspected()) {
        return true;
      }
    }
    return false;
  }

  /** True when some hub ran a task. */
  private boolean watch(long now) {
    boolean running = stalls.look(now) && stalls.wanted();
    for (int i = 0; i < hubs.length; i++) {
      Hub hub = hubs[i];
      Suspect suspect = suspects[i];
      long word = hub.role.word();
      if (!Role.running(word)) {
        suspect.clear();
        stalls.paused(hub, now);
        continue;
      }
      running = true;
      if (!suspect.same(word, hub.switches(), now)) {
        stalls.paused(hub, now);
      } else {
        if (suspect.ticks() == Haste.LONG_TICKS && hub.needed()) {
          hasten(now);
        }
        hub.held = true;
        Carrier carrier = hub.carrier;
        stalls.held(hub, carrier, suspect.sinceNanos(), now);
        Reason guilt = suspect.guilt(carrier.getState() != State.RUNNABLE, now);
        if (guilt != null && (guilt != Reason.HELD || hub.needed())) {
          move(hub, word, carrier, guilt, suspect.sinceNanos(), now);
          suspect.clear();
        }
      }
    }
    return running;
  }

  /** True when a hub may have to spread. */
  private boolean spread(long now) {
    boolean suspected = false;
    for (Spread spread : spreads) {
      suspected |= spread.suspect();
    }
    if (suspected) {
      LockSupport.parkNanos(this, MOMENT_NANOS);
    }
    for (Spread spread : spreads) {
      spread.decide(now);
    }
    return suspected;
  }

  private void hasten(long now) {
    Runnable errand = haste.found(now);
    if (errand != null && carriers.note(errand)) {
      haste.asked();
    }
  }

  @Override
  public void move(Hub hub, long word, Carrier carrier, Reason reason, long sinceNanos, long now) {
    Thread holder = Mounted.on(carrier);
    if (carriers.move(hub, word)) {
      stalls.taken(hub, reason, holder);
      carriers.taken(hub, reason, holder, now - sinceNanos);
    }
  }
}
