package org.greenagent.greenlet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import org.greenagent.hub.Hub;
import org.greenagent.hub.SharedHubs;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * An event loop as programs see it: the greenlets of one hub take turns, in the order in which they
 * became ready. One that runs for longer than the setting {@code green.handoff} without waiting
 * loses its turn and goes on beside the others; with {@code green.handoff=off} none ever does.
 *
 * <p>What a thread starts runs on the hub that the thread has; greenlets keep theirs. A thread that
 * has none gets one when it first starts something, and keeps it: the one it runs on, if any. A
 * thread that the agent made a greenlet may run on another hub afterwards, beside what it started;
 * with {@code green.hubs=1} it can only when it computes for long each time that it runs.
 *
 * <p>Threads: any. Blocks: never, but for the first use, which opens the hubs. Fails: with {@link
 * IllegalStateException} when there is no agent and {@code java.lang} is not open; the message
 * names the option that opens it.
 */
public final class GreenHub {
  private static final Map<Hub, GreenHub> ALL = new ConcurrentHashMap<>();
  private static final ErrorHandler PRINTS = GreenHub::print;

  final Hub hub;
  private volatile ErrorHandler handler = PRINTS;

  // writes: the thread itself, or who takes that back; null: none
  private volatile Seat main;

  private final Idlers idlers;

  // null: nobody asked to count; writes: the first who asks
  private volatile Activity activity;

  private GreenHub(Hub hub) {
    this.hub = hub;
    idlers = new Idlers(hub);
  }

  /** The hub that what the current thread starts is placed on. */
  public static GreenHub current() {
    return of(Seat.home());
  }

  /** All hubs of this JVM, in their order; those without a greenlet so far too. */
  public static List<GreenHub> all() {
    return SharedHubs.get().all().stream().map(GreenHub::of).toList();
  }

  static GreenHub of(Hub hub) {
    GreenHub known = ALL.get(hub);
    return known != null ? known : ALL.computeIfAbsent(hub, GreenHub::new);
  }

  /** Whether the current code is code of a hub itself, a callback, which must not wait. */
  public static boolean inCallback() {
    return !Thread.currentThread().isVirtual() && Hub.current() != null;
  }

  /** Runs {@code callback} on the hub itself, after what is ready now; it must not wait. */
  public void runCallback(Runnable callback) {
    Objects.requireNonNull(callback);
    RawGreenlets.call(hub, callback);
  }

  /**
   * Makes virtual threads of this hub, for what takes a factory: {@code
   * Executors.newThreadPerTaskExecutor}, {@code StructuredTaskScope}. They are not started, and are
   * no {@link Greenlet}: what they throw goes to their uncaught-exception handler.
   */
  public ThreadFactory threadFactory() {
    return task -> hub.pinned(0, Objects.requireNonNull(task));
  }

  /** Who is told of failures; at first one that prints them to {@code System.err}. */
  public ErrorHandler errorHandler() {
    return handler;
  }

  /**
   * Sets who is told of failures of this hub's greenlets and callbacks; null sets the first one.
   */
  public void errorHandler(ErrorHandler fresh) {
    handler = fresh == null ? PRINTS : fresh;
  }

  /**
   * Reports a failure: to the error handler, and a {@link VirtualMachineError} also to the main
   * thread, whose present or next wait throws it. {@link GreenletExit} is no failure.
   *
   * @param context what failed; null: it goes to the main thread, and not to the handler
   */
  public void report(Object context, Throwable failure) {
    if (failure instanceof GreenletExit) {
      return;
    }
    Seat whole = main;
    if (whole != null && (context == null || failure instanceof VirtualMachineError)) {
      whole.throwInto(failure);
      return;
    }
    try {
      handler.handle(context, failure);
    } catch (Throwable broken) {
      print(context, failure);
      print(handler, broken);
    }
  }

  /**
   * Makes the current thread the main thread of this hub: what the hub reports without a context,
   * and errors of the machine, end its present or next wait. A hub has none at first.
   */
  public void becomeMain() {
    Seat mine = Seat.current();
    Activity counts = activity;
    if (counts != null && mine.activity == null) {
      mine.activity = counts;
      mine.main = true;
      counts.begins();
    }
    main = mine;
  }

  /** The hub has no main thread any more; called by that thread. */
  public void forgetMain() {
    Seat mine = main;
    main = null;
    if (mine != null && mine.main) {
      Activity counts = mine.activity;
      mine.main = false;
      mine.activity = null;
      counts.ends();
    }
  }

  /**
   * From now on this hub counts what goes on: greenlets that are started, timeouts, callbacks. It
   * takes a little time each. With it {@link #join()} works, and the main thread, {@link
   * #becomeMain}, gets a {@link LoopExit} where it waits without end in this library and everything
   * else that is counted does so too. OS threads and other hubs are not counted: a program in which
   * they wake greenlets must not ask for this.
   */
  public void countActivity() {
    synchronized (this) {
      if (activity == null) {
        activity = Activity.start();
      }
    }
  }

  Activity activity() {
    return activity;
  }

  /**
   * Waits until nothing goes on here any more: all greenlets have ended, or wait without end.
   *
   * @throws IllegalStateException before {@link #countActivity}
   */
  public void join() throws InterruptedException {
    join(Nanos.FOREVER);
  }

  /** As {@link #join()}, at most for {@code timeout}; false when time was up before. */
  public boolean join(Duration timeout) throws InterruptedException {
    return join(Durations.nanos(timeout));
  }

  private boolean join(long nanos) throws InterruptedException {
    Activity counts = activity;
    if (counts == null) {
      throw new IllegalStateException("this hub does not count what goes on");
    }
    return counts.join(Seat.current(), nanos);
  }

  /** Waits until the hub has nothing else to run. */
  void idle() throws InterruptedException {
    idlers.await();
  }

  @SuppressWarnings("CatchAndPrintStackTrace")
  private static void print(Object context, Throwable failure) {
    try {
      StringBuilder text = new StringBuilder("green: ");
      text.append(context).append(" failed with ").append(failure.getClass().getName());
      System.err.println(text);
      failure.printStackTrace();
    } catch (Throwable again) {
      // no memory or no stack left to say it, or a context that cannot be printed
    }
  }

  @Override
  public String toString() {
    return hub.toString();
  }
}
