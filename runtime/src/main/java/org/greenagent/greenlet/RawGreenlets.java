package org.greenagent.greenlet;

import org.greenagent.hub.Hub;

/**
 * Greenlets without result, links and name. What they let out goes to the error handler.
 *
 * <p>Threads: any. Blocks: never.
 */
final class RawGreenlets {
  private RawGreenlets() {}

  static Thread start(Hub hub, Runnable body) {
    Activity activity = Activity.of(hub);
    Thread thread = hub.pinned(0, () -> live(hub, activity, body));
    if (activity != null) {
      activity.begins();
    }
    thread.start();
    return thread;
  }

  private static void live(Hub hub, Activity activity, Runnable body) {
    if (activity == null) {
      run(body);
      return;
    }
    Seat seat = new Seat(Thread.currentThread());
    seat.home = hub;
    seat.activity = activity;
    Seat.take(seat);
    run(body);
    activity.ends();
  }

  /** Has the hub itself run {@code callback}, after what is ready now. */
  static void call(Hub hub, Runnable callback) {
    Activity activity = Activity.of(hub);
    if (activity == null) {
      hub.execute(() -> run(callback));
      return;
    }
    activity.begins();
    hub.execute(() -> {
      run(callback);
      activity.ends();
    });
  }

  static void run(Runnable body) {
    try {
      body.run();
    } catch (GreenletExit exit) {
      // the way to end it
    } catch (Throwable failure) {
      GreenHub.current().report(body, failure);
    }
  }
}
