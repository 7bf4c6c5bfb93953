package org.greenagent.greenlet;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.greenagent.hub.Hub;
import org.greenagent.hub.Timer;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Something that runs on its own, on the hub of the thread that made it, and ends with a result or
 * a failure that others can wait for, be told of, and bring about.
 *
 * <pre>
 *   NEW -> STARTED         start
 *   NEW -> LATER           startLater
 *   LATER -> STARTED       its time has come, or start
 *   STARTED -> RUNNING     its first turn
 *   RUNNING -> DONE        its body returned or threw
 *   NEW, LATER -> DONE     kill; its body never runs
 *   STARTED -> DONE        kill, at what would have been its first turn; its body never runs
 * </pre>
 *
 * <p>The greenlets of one hub take turns: one goes on until it waits. It never begins before the
 * thread that started it waits, if that runs on the same hub.
 *
 * <p>A failure is reported to the error handler of its hub, {@link GreenHub#errorHandler}, whether
 * or not somebody asks for the result. The end wakes those who wait and calls the links, in the
 * order in which they came.
 *
 * <p>Threads: any. Blocks: {@link #join()}, {@link #get()} and {@link #kill()} in all their forms,
 * the calling thread; in a callback of the hub they throw {@link BlockingInHubException}.
 *
 * @param <T> the kind of result
 */
public class Greenlet<T> extends Result<T, Greenlet<T>> {
  private static final int NEW = 0;
  private static final int LATER = 1;
  private static final int STARTED = 2;
  private static final int RUNNING = 3;
  private static final int DONE = 4;

  private final Hub hub;
  private final SpawnedBy spawnedBy = SpawnedBy.current();

  // until it has run
  private Callable<? extends T> body;

  // guarded by the lock
  private volatile int state;
  private Timer timer;
  private volatile Seat seat;
  private Throwable doomed; // what ended it before it began
  private Activity activity; // counts it; null: nobody does, or it was not started

  private volatile String name; // null: none was set

  // guarded by the lock; -1: not asked for so far
  private int ident = -1;

  // what those that it spawns know it by, made when it first spawns; only itself touches it
  WeakReference<Greenlet<?>> known;

  /** Will do what {@code body} does, once started. */
  public Greenlet(Callable<? extends T> body) {
    this.body = Objects.requireNonNull(body);
    hub = Seat.home();
  }

  /** For subclasses that override {@link #run}. */
  protected Greenlet() {
    hub = Seat.home();
  }

  /** Makes a greenlet and starts it. */
  public static <T> Greenlet<T> spawn(Callable<? extends T> body) {
    Greenlet<T> greenlet = new Greenlet<>(body);
    greenlet.start();
    return greenlet;
  }

  /** As {@link #spawn(Callable)}, without a result. */
  public static Greenlet<Void> spawn(Action body) {
    return spawn(callable(body));
  }

  /** Makes a greenlet and starts it after {@code delay}. */
  public static <T> Greenlet<T> spawnLater(Duration delay, Callable<? extends T> body) {
    Greenlet<T> greenlet = new Greenlet<>(body);
    greenlet.startLater(delay);
    return greenlet;
  }

  /** As {@link #spawnLater(Duration, Callable)}, without a result. */
  public static Greenlet<Void> spawnLater(Duration delay, Action body) {
    return spawnLater(delay, callable(body));
  }

  /**
   * Runs {@code body} as a bare virtual thread of the hub: no result, no links, no name. What it
   * throws goes to the error handler.
   */
  public static Thread spawnRaw(Runnable body) {
    return RawGreenlets.start(Seat.home(), Objects.requireNonNull(body));
  }

  /** The greenlet that the current code is part of; null when it is part of none. */
  public static Greenlet<?> current() {
    return Seat.currentGreenlet();
  }

  private static Callable<Void> callable(Action body) {
    Objects.requireNonNull(body);
    return () -> {
      body.run();
      return null;
    };
  }

  /** What the greenlet does. */
  protected T run() throws Exception {
    Callable<? extends T> given = body;
    body = null;
    return given.call();
  }

  /** Lets it run: at the next turn of its hub. Nothing happens when it was started or killed. */
  public final void start() {
    boolean first;
    Timer early;
    lock.lock();
    first = state == NEW;
    early = timer;
    boolean fresh = first || state == LATER;
    activity = first ? Activity.of(hub) : activity;
    timer = null;
    if (fresh) {
      state = STARTED;
    }
    lock.unlock();
    if (early != null) {
      early.cancel(false);
    }
    if (first) {
      begun();
    }
    if (fresh) {
      launch();
    }
  }

  /**
   * Lets it run after {@code delay}. Nothing happens when it was started, is to be, or was killed.
   */
  public final void startLater(Duration delay) {
    long nanos = Durations.nanos(delay);
    lock.lock();
    boolean first = state == NEW;
    if (first) {
      state = LATER;
      activity = Activity.of(hub);
    }
    lock.unlock();
    if (first) {
      begun();
      Timer fresh = hub.schedule(this::start, nanos);
      lock.lock();
      boolean over = state != LATER;
      if (!over) {
        timer = fresh;
      }
      lock.unlock();
      if (over) {
        fresh.cancel(false);
      }
    }
  }

  private void begun() {
    if (activity != null) {
      activity.begins();
    }
    SpawnCallbacks.call(this);
  }

  private void launch() {
    Thread thread = hub.pinned(0, this::live);
    Seat fresh = new Seat(thread);
    fresh.home = hub;
    fresh.greenlet = this;
    fresh.activity = activity;
    seat = fresh; // seen by the thread, as it starts later, and by others through the state
    thread.start();
  }

  private void live() {
    Seat mine = seat;
    Seat.take(mine);
    lock.lock();
    Throwable end = doomed;
    if (end == null) {
      state = RUNNING;
    }
    lock.unlock();
    T result = null;
    if (end == null) {
      try {
        result = run();
      } catch (Throwable thrown) {
        end = mine.cause(thrown);
      }
    }
    finish(result, end);
  }

  private void finish(T result, Throwable end) {
    if (end != null) {
      GreenHub.of(hub).report(this, end);
    }
    lock.lock();
    state = DONE;
    body = null;
    seat = null;
    int free = ident;
    lock.unlock();
    if (free >= 0) {
      Idents.release(free);
    }
    complete(result, end);
    if (activity != null) {
      activity.ends();
    }
  }

  /** Ends it by {@link GreenletExit} and waits until it has ended. */
  public final void kill() throws InterruptedException {
    kill(new GreenletExit());
  }

  /**
   * Throws {@code thrown} into it, where it waits or will wait next, and waits until it has ended.
   * One that has not begun never does, but its links are called. One that has ended stays as it is.
   *
   * <p>It reaches what a {@link Timeout} reaches, nor can it keep a greenlet from going on that
   * catches it.
   *
   * @param thrown thrown as it is, even where it is not declared
   * @throws InterruptedException when the calling thread is interrupted while it waits
   */
  public final void kill(Throwable thrown) throws InterruptedException {
    kill(thrown, Nanos.FOREVER);
  }

  /**
   * As {@link #kill(Throwable)}, and waits for its end at most for {@code timeout}.
   *
   * @return false when time was up before it ended
   */
  public final boolean kill(Throwable thrown, Duration timeout) throws InterruptedException {
    return kill(thrown, Durations.nanos(timeout));
  }

  private boolean kill(Throwable thrown, long nanos) throws InterruptedException {
    if (GreenHub.inCallback()) {
      throw new BlockingInHubException();
    }
    killLater(thrown);
    return join(nanos);
  }

  /** As {@link #kill(Throwable)}, but does not wait for its end. A callback may call it. */
  public final void killLater(Throwable thrown) {
    Objects.requireNonNull(thrown);
    Seat running = null;
    boolean unborn;
    lock.lock();
    int now = state;
    unborn = now == NEW || now == LATER;
    Timer early = timer;
    timer = null;
    if (unborn) {
      state = STARTED; // nobody else starts or ends it any more
    } else if (now == STARTED && doomed == null) {
      doomed = thrown;
    } else if (now == RUNNING) {
      running = seat;
    }
    lock.unlock();
    if (early != null) {
      early.cancel(false);
    }
    if (unborn) {
      finish(null, thrown);
    } else if (running != null) {
      if (running.thread == Thread.currentThread()) {
        throw Seat.<RuntimeException>unchecked(thrown);
      }
      running.throwInto(thrown);
    }
  }

  /** Whether it was started, and has not ended. */
  public final boolean started() {
    int now = state;
    return now == LATER || now == STARTED || now == RUNNING;
  }

  /**
   * As {@link #killLater} with {@link GreenletExit}.
   *
   * @param mayInterruptIfRunning false: only when it has not begun
   * @return false when it goes on, or has ended before
   */
  @Override
  public final boolean cancel(boolean mayInterruptIfRunning) {
    int now = state;
    if (now == DONE || (now == RUNNING && !mayInterruptIfRunning)) {
      return false;
    }
    killLater(new GreenletExit());
    return true;
  }

  @Override
  protected final Greenlet<T> self() {
    return this;
  }

  /** The hub it runs on. */
  public final GreenHub hub() {
    return GreenHub.of(hub);
  }

  /**
   * A small number, from 0 up, that no other living greenlet has; given when first asked for. -1
   * after its end, for one that was never asked.
   */
  public final int ident() {
    lock.lock();
    try {
      if (ident < 0 && state != DONE) {
        ident = Idents.take();
      }
      return ident;
    } finally {
      lock.unlock();
    }
  }

  /** Its name: what was set, else {@code Greenlet-} and its {@link #ident}. */
  public final String name() {
    String set = name;
    return set != null ? set : "Greenlet-" + ident();
  }

  /** Sets its name. */
  public final void name(String fresh) {
    name = Objects.requireNonNull(fresh);
  }

  /** The greenlet that made this one; null when none did, or when it is gone. */
  public final Greenlet<?> spawningGreenlet() {
    return spawnedBy.greenlet();
  }

  /**
   * Where it was made, innermost frame first, at most ten; none unless {@link
   * Greenlets#trackStacks}.
   */
  public final List<StackWalker.StackFrame> spawningStack() {
    return spawnedBy.stack();
  }

  /**
   * Values that all descendants of one greenlet share: each that is made outside of greenlets has a
   * map of its own, those that it makes, and they in turn, share it.
   */
  public final Map<Object, Object> spawnTreeLocals() {
    return spawnedBy.locals();
  }

  /** What runs it; null before and after. */
  Thread thread() {
    Seat now = seat;
    return now == null ? null : now.thread;
  }

  @Override
  public String toString() {
    return name();
  }
}
