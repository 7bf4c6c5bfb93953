package org.greenagent.agent.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.greenagent.agent.access.BridgeThreads;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.agent.access.ThreadAction;
import org.greenagent.agent.admit.Admission;
import org.greenagent.agent.census.Census;
import org.greenagent.agent.jmx.Beans;
import org.greenagent.config.Patch;
import org.greenagent.config.Settings;
import org.greenagent.config.Watch;
import org.greenagent.event.Recording;
import org.greenagent.hub.Disturbance;
import org.greenagent.hub.Hub;
import org.greenagent.hub.HubOptions;
import org.greenagent.hub.Hubs;
import org.greenagent.hub.Parking;
import org.greenagent.hub.Polls;
import org.greenagent.hub.SharedHubs;
import org.greenagent.hub.Turn;
import org.greenagent.hub.Watching;
import org.greenagent.vthread.JavaLang;

/**
 * The agent's half of the bridge: each hook is a delegation to the hubs, the keeper or the
 * admission.
 *
 * <p>Threads: any. Hot: no locks, no lambdas, no allocation beyond what the JDK itself needs.
 */
public final class AllHooks extends GreenHooks {
  /**
   * No wait ends sooner. An OS thread that parks for a nanosecond gives its processor to others for
   * some 50 us: prctl(2), PR_SET_TIMERSLACK. Programs poll like that.
   */
  private static final long SHORTEST_WAIT_NANOS = 20_000;

  private final Hubs hubs;
  private final Admission admission;
  private final Keeper keeper;
  private final Census census; // null: nobody asked for it
  private final Consumer<String> warn;
  private final AtomicBoolean told = new AtomicBoolean();
  private final Ears ears = new Ears();
  private final Once once = new Once();
  private final GreenStreams streams = new Streams();
  private final boolean thread;
  private final boolean sockets;
  private final boolean selectors;
  private final boolean time;

  private AllHooks(
      Hubs hubs, Settings settings, Keeper keeper, Set<Patch> patches, Consumer<String> warn) {
    this.warn = warn;
    this.hubs = hubs;
    this.admission = new Admission(settings);
    this.census = census(settings.census());
    this.keeper = keeper;
    this.thread = patches.contains(Patch.THREAD);
    this.sockets = patches.contains(Patch.SOCKET);
    this.selectors = patches.contains(Patch.SELECT);
    this.time = patches.contains(Patch.TIME);
  }

  /**
   * Opens the hubs and installs the hooks. To be called once, after the classes are patched, which
   * do as the stock JDK until then.
   *
   * @param settings the settings
   * @param patches the patches that are on
   * @param warn takes one-line messages for the user
   */
  public static void install(Settings settings, Set<Patch> patches, Consumer<String> warn) {
    BridgeThreads jdk = new BridgeThreads();
    JavaLang.use(jdk.apply(Thread.class), jdk, jdk);
    GreenAccess access = JavaBase.access();
    long next = access.ownIds();
    try {
      Recording.use(new Records.InUse());
      Hubs hubs =
          Hubs.open(
              new HubOptions(
                  settings.hubs(),
                  settings.handoffNanos(),
                  settings.carriersWarn(),
                  settings.chaos(),
                  ThreadAction.OWN,
                  warn,
                  new Known(),
                  new NativeSleep(),
                  new JvmMonitorList(),
                  watching(settings.watch())));
      access.monitors(new Monitors(hubs.unblocking()));
      SharedHubs.use(hubs);
      Disturbance.interruptBy(ThreadAction.DISTURB);
      Keeper keeper = new Keeper(ThreadAction.START);
      access.install(new AllHooks(hubs, settings, keeper, patches, warn));
    } finally {
      access.ids(next);
    }
  }

  private static Watching watching(Watch watch) {
    if (!watch.any()) {
      return Watching.NOTHING;
    }
    GreenAccess access = JavaBase.access();
    return Watching.of(watch, access::deadlock, new Crowd(access));
  }

  private static Census census(String file) {
    return file == null ? null : new Census(Path.of(file));
  }

  @Override
  protected boolean admits(Thread candidate, Runnable task, long stackSize) {
    String why = thread ? admission.whyNative(candidate, task, stackSize) : "The patch is off.";
    if (census != null) {
      census.count(candidate, why);
    }
    return why == null;
  }

  @Override
  protected Executor place() {
    return hubs.next().roaming();
  }

  @Override
  protected void started() {
    keeper.started();
  }

  @Override
  protected void ended() {
    keeper.ended();
  }

  @Override
  protected void mainBegins() {
    if (census != null) {
      census.mainBegins();
    }
    keeper.mainBegins();
  }

  @Override
  protected void mainEnded() {
    keeper.mainEnded();
  }

  @Override
  protected void shuttingDown() {
    admission.shutdownStarted();
  }

  @Override
  protected boolean await(int fd, int event, long nanos, BooleanSupplier open) throws IOException {
    return Polls.await(fd, event, nanos, open, ears) || unavailable();
  }

  @Override
  protected boolean awaitSelector(int fd, long nanos) throws IOException {
    // the JDK asks its set again after each return, so a remembered event costs one question
    return Polls.await(fd, Polls.INPUT, nanos, null, once) || unavailable();
  }

  /** Says once why the hubs do not poll; the JDK's pollers do then. */
  private boolean unavailable() {
    String failure = Polls.failure();
    if (failure != null && told.compareAndSet(false, true)) {
      warn.accept(failure + "; the JDK polls for sockets and selectors");
    }
    return false;
  }

  @Override
  protected boolean empty(int fd) {
    return Polls.knownEmpty(fd);
  }

  @Override
  protected void emptied(int fd) {
    Polls.drained(fd);
  }

  @Override
  protected GreenStreams streams() {
    return Polls.inUse() ? streams : null;
  }

  @Override
  protected void stop(int fd, int event) {
    Polls.stopPoll(fd, event);
  }

  @Override
  protected void close(int fd) {
    Polls.closing(fd);
  }

  @Override
  protected Future<?> later(Runnable task, long delay, TimeUnit unit) {
    Hub hub = Hubs.current();
    return hub == null
        ? null
        : hub.scheduleLeaving(task, Math.max(unit.toNanos(delay), SHORTEST_WAIT_NANOS));
  }

  @Override
  protected void giveWay(boolean started) {
    if (started) {
      Turn.starts();
    } else {
      Turn.mayEnd();
    }
  }

  @Override
  protected void block() {
    Hubs.blocking();
  }

  @Override
  protected void pin() {
    Hubs.pinned();
  }

  @Override
  protected boolean othersWait() {
    return Hubs.othersWait();
  }

  @Override
  protected GreenRecords records() {
    return new Records(hubs);
  }

  @Override
  protected boolean polls() {
    return sockets && selectors && time;
  }

  @Override
  protected void raise() {
    Disturbance.raise();
  }

  @Override
  protected boolean thrownAt() {
    return Disturbance.pending();
  }

  @Override
  protected void beans(Object server) {
    Beans.register(server, warn);
  }

  /** Parks with the ears of a platform thread. */
  private static final class Ears implements Parking {
    @Override
    public boolean park(long nanos) {
      return GreenHooks.park(nanos);
    }
  }

  /** Parks once; the selector looks why it came back. */
  private static final class Once implements Parking {
    @Override
    public boolean park(long nanos) {
      return GreenHooks.parkOnce(nanos);
    }
  }

  /** The half of a thread that the program sees. */
  private record Known() implements UnaryOperator<Thread> {
    @Override
    public Thread apply(Thread thread) {
      return (Thread) GreenIdentity.seen(thread);
    }
  }
}
