package org.greenagent.watch;

import java.nio.channels.SelectableChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.greenagent.util.Nanos;

/**
 * An event loop that the program runs itself, in whichever thread it likes: libev's, with gevent's
 * queue of callbacks. In a greenlet it parks where it sleeps.
 *
 * <p>A pass goes: prepare watchers; callbacks, first in, first out; sleep until a channel is ready,
 * a thread asks for something or the next timer is due (not at all when there are callbacks or idle
 * watchers); then what has happened is called by priority, within one the check watchers first,
 * then idle ones, timers by deadline, and channels. Idle watchers have their turn only when nothing
 * of their priority or a higher one has. The time stands still within a pass.
 *
 * <p>It runs while there is a referenced active watcher or a callback.
 *
 * <p>Threads: the one that runs it, or any one at a time while nobody does; else {@link
 * WrongThreadException}. {@link #runCallbackThreadsafe}, {@link #stop} and {@link
 * AsyncWatcher#send} any. Blocks: in {@link #run} and {@link #runOnce}. Fails: {@link
 * IllegalStateException} when it is closed.
 */
public final class Loop implements AutoCloseable {
  final Pendings pendings = new Pendings();
  final Timers timers = new Timers();
  final Readiness readiness = new Readiness();

  private final List<PhaseWatcher> prepares = new ArrayList<>();
  private final List<PhaseWatcher> checks = new ArrayList<>();
  private final Idles idles = new Idles();
  private final List<Watcher> actives = new ArrayList<>();
  private final Callbacks callbacks = new Callbacks(this);
  private final ConcurrentLinkedQueue<Runnable> posts = new ConcurrentLinkedQueue<>();
  private final Watcher posted = new Posted(this);

  private volatile Thread runner; // null: nobody runs it
  private volatile boolean stopped;
  private volatile boolean closed;
  private BiConsumer<Object, Throwable> errors = Loop::uncaught;
  private int refs;
  private long now = Nanos.now();
  private long passes;

  /** A loop that watches nothing yet. */
  public Loop() {}

  /**
   * Watches a channel.
   *
   * @param channel in non-blocking mode by the time of the start
   * @param ops as in a SelectionKey
   * @throws IllegalArgumentException when the channel has no such operation
   */
  public IoWatcher io(SelectableChannel channel, int ops) {
    admit();
    return new IoWatcher(this, channel, ops);
  }

  /** Watches the time, once. */
  public TimerWatcher timer(Duration after) {
    return timer(after, Duration.ZERO);
  }

  /**
   * Watches the time.
   *
   * @param repeat how long after each time the next is; zero: there is none
   * @throws IllegalArgumentException for a negative repeat
   */
  public TimerWatcher timer(Duration after, Duration repeat) {
    admit();
    return new TimerWatcher(this, after, repeat);
  }

  /**
   * Watches for a signal to the process.
   *
   * @param name without SIG, such as {@code HUP}
   * @throws IllegalArgumentException when the system has no such signal; the start throws it when
   *     the JVM keeps the signal to itself
   */
  public SignalWatcher signal(String name) {
    admit();
    return new SignalWatcher(this, name);
  }

  /** Called in each pass in which nothing of its priority or a higher one has happened. */
  public Watcher idle() {
    admit();
    return new PhaseWatcher(this, "idle", idles::of);
  }

  /** Called in each pass, before the loop sleeps. */
  public Watcher prepare() {
    admit();
    return new PhaseWatcher(this, "prepare", priority -> prepares);
  }

  /** Called in each pass, after the loop has slept. */
  public Watcher check() {
    admit();
    return new PhaseWatcher(this, "check", priority -> checks);
  }

  /** Called when a thread asks for it. */
  public AsyncWatcher async() {
    admit();
    return new AsyncWatcher(this);
  }

  /** Watches for the end of a process that this JVM has started. */
  public ChildWatcher child(Process process) {
    admit();
    return new ChildWatcher(this, Objects.requireNonNull(process));
  }

  /**
   * Watches a file for changes.
   *
   * @param interval how often to look; zero: every five seconds; ten times a second at most
   */
  public StatWatcher stat(Path path, Duration interval) {
    admit();
    return new StatWatcher(this, Objects.requireNonNull(path), interval);
  }

  /** Has a task run in the next pass, after those handed in before; in this one, while they run. */
  public Callback runCallback(Runnable task) {
    admit();
    return callbacks.add(new Callback(Objects.requireNonNull(task)));
  }

  /** As {@link #runCallback}, by any thread; wakes the loop. */
  public Callback runCallbackThreadsafe(Runnable task) {
    Callback callback = new Callback(Objects.requireNonNull(task));
    post(() -> callbacks.add(callback));
    return callback;
  }

  /**
   * Runs until there is nothing left that keeps it going, or until it is stopped.
   *
   * @return true when something is left
   * @throws InterruptedException when the thread is interrupted, at the end of the pass
   */
  public boolean run() throws InterruptedException {
    return run(true, Integer.MAX_VALUE);
  }

  /** Runs one pass, which sleeps until something happens; else as {@link #run}. */
  public boolean runOnce() throws InterruptedException {
    return run(true, 1);
  }

  /** Runs one pass, which does not sleep; else as {@link #run}. */
  public boolean runNoWait() throws InterruptedException {
    return run(false, 1);
  }

  /** Has the present run return at the end of its pass. May be called by any thread. */
  public void stop() {
    stopped = true;
    readiness.wake();
  }

  /** Keeps it going without a watcher, until as many {@link #unref}. */
  public void ref() {
    admit();
    refs++;
  }

  /** Takes back a {@link #ref}, or lets a watcher's not count. */
  public void unref() {
    admit();
    refs--;
  }

  /** The time of the present pass, from an arbitrary origin. */
  public long nowNanos() {
    return now;
  }

  /** Makes it the present time. */
  public void updateNow() {
    now = Nanos.now();
  }

  /** How many passes it has begun. */
  public long iteration() {
    return passes;
  }

  /** How many watchers are to be called in this pass. */
  public int pendingCount() {
    return pendings.count();
  }

  /** How much keeps it going. */
  public int activeCount() {
    return refs;
  }

  /** What it watches and what waits for its turn, one line for each. */
  public List<String> debug() {
    admit();
    List<String> lines = new ArrayList<>();
    actives.forEach(watcher -> lines.add(watcher.toString()));
    callbacks.describe(lines);
    return lines;
  }

  /**
   * Who is told what callbacks throw, with the watcher or callback that it came from; at first the
   * thread's handler for uncaught exceptions.
   */
  public void onError(BiConsumer<Object, Throwable> handler) {
    admit();
    errors = Objects.requireNonNull(handler);
  }

  /**
   * Ends it: its watchers are stopped, and every later use is refused.
   *
   * @throws IllegalStateException when it runs
   */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    admit();
    if (runner != null) {
      throw new IllegalStateException("the loop runs");
    }
    List.copyOf(actives).forEach(Watcher::close);
    closed = true;
    readiness.close();
  }

  private boolean run(boolean sleeps, int most) throws InterruptedException {
    admit();
    if (runner != null) {
      throw new IllegalStateException("the loop runs already");
    }
    runner = Thread.currentThread();
    try {
      stopped = false;
      pendings.invoke();
      for (int pass = 0; pass < most && !stopped && alive(); pass++) {
        pass(sleeps);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return alive();
    } finally {
      runner = null;
    }
  }

  private void pass(boolean sleeps) {
    passes++;
    pendings.feedAll(prepares);
    pendings.invoke();
    callbacks.run();
    if (stopped) {
      return;
    }
    updateNow();
    readiness.sleep(sleeps ? sleepNanos() : 0);
    updateNow();
    if (!posts.isEmpty()) {
      pendings.feed(posted);
    }
    timers.expire(now);
    idles.feed(pendings);
    pendings.feedAll(checks);
    pendings.invoke();
  }

  private long sleepNanos() {
    boolean busy = !callbacks.isEmpty() || !posts.isEmpty() || refs <= 0 || idles.any();
    return busy ? 0 : timers.untilDueNanos(now);
  }

  private boolean alive() {
    return refs > 0 || !posts.isEmpty();
  }

  /** Has a task run in the loop's thread, before what else has happened; by any thread. */
  void post(Runnable task) {
    posts.add(task);
    readiness.wake();
  }

  void takePosts() {
    for (Runnable task = posts.poll(); task != null; task = posts.poll()) {
      task.run();
    }
  }

  void started(Watcher watcher) {
    actives.add(watcher);
    count(watcher.ref() ? 1 : 0);
  }

  void ended(Watcher watcher) {
    actives.remove(watcher);
    count(watcher.ref() ? -1 : 0);
  }

  void count(int more) {
    refs += more;
  }

  /** A slow callback does not shorten the time that a later one asks for. */
  void startingTimer() {
    if (runner == null || callbacks.running()) {
      updateNow();
    }
  }

  /** Runs what a program wants to be called. */
  void guarded(Object context, Runnable task) {
    try {
      task.run();
    } catch (Throwable thrown) {
      try {
        errors.accept(context, thrown);
      } catch (Throwable again) {
        uncaught(errors, again);
      }
    }
  }

  void admit() {
    if (closed) {
      throw new IllegalStateException("the loop is closed");
    }
    Thread running = runner;
    if (running != null && running != Thread.currentThread()) {
      throw new WrongThreadException("the loop runs in another thread: " + running.getName());
    }
  }

  @SuppressWarnings("unused") // the context: the handler of a thread does not take one
  private static void uncaught(Object context, Throwable thrown) {
    Thread me = Thread.currentThread();
    me.getUncaughtExceptionHandler().uncaughtException(me, thrown);
  }

  /** Stands for libev's pipe: of the highest priority, and always there. */
  private static final class Posted extends Watcher {
    Posted(Loop loop) {
      super(loop);
      priority(HIGHEST);
      ref(false);
      start(() -> {});
      loop.actives.remove(this);
    }

    @Override
    void begin() {}

    @Override
    void end() {}

    @Override
    void call() {
      loop.takePosts();
    }
  }
}
