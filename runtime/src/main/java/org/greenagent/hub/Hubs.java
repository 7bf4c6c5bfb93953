package org.greenagent.hub;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.greenagent.event.Reason;

/**
 * A set of hubs that share the OS threads under them. They live as long as the JVM, on daemon
 * threads.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Hubs {
  private final List<Hub> all;
  private final Hub[] hubs;
  private final Hub[] computing;
  private final ComputeLane lane; // null: those that compute run as the others do
  private final Carriers carriers;
  private final AtomicInteger next = new AtomicInteger();

  private Hubs(HubOptions options) {
    hubs = new Hub[options.hubs()];
    carriers = new Carriers(options, new Unblocking(hubs, options));
    boolean moves = options.handoffNanos() > 0;
    computing = new Hub[moves ? Runtime.getRuntime().availableProcessors() : 0];
    lane = moves ? new ComputeLane(computing, carriers) : null;
    for (int i = 0; i < hubs.length; i++) {
      hubs[i] = new Hub(i, i, hubs, null, lane, carriers, options);
    }
    for (int i = 0; i < computing.length; i++) {
      Hub front = hubs[i % hubs.length];
      computing[i] = new Hub(hubs.length + i, i, computing, front, lane, carriers, options);
    }
    all = List.of(hubs);
    carriers.start(hubs, computing);
    WarmUp.of(hubs[0]);
  }

  /** Starts the hubs. */
  public static Hubs open(HubOptions options) {
    return new Hubs(options);
  }

  /** Ends them, for tests; not called by one of their greenlets. */
  void close() throws InterruptedException {
    int begun = lane == null ? 0 : lane.close();
    Hub[] closing = Arrays.copyOf(hubs, hubs.length + begun);
    System.arraycopy(computing, 0, closing, hubs.length, begun);
    Closing.of(closing, carriers);
  }

  /** One after the other, round and round: where to place what has no hub yet. */
  public Hub next() {
    return hubs.length == 1 ? hubs[0] : hubs[Math.floorMod(next.getAndIncrement(), hubs.length)];
  }

  /** All of them, in order. */
  public List<Hub> all() {
    return all;
  }

  /** Those that run greenlets which compute: none until there are such. */
  public List<Hub> computing() {
    return lane == null ? List.of() : List.of(computing).subList(0, lane.begun());
  }

  /**
   * Called when the flight recorder has come into use, so that hubs that sleep are observed too.
   */
  public void recorderBegun() {
    carriers.recorderBegun();
  }

  /**
   * Records soon that a greenlet has ended: called on its carrier, where the flight recorder drops
   * what is told between two greenlets.
   */
  public void ended(Thread greenlet) {
    carriers.ended(greenlet);
  }

  /** Who makes those ready that a monitor was given free for. */
  public Unblocking unblocking() {
    return carriers.unblocking;
  }

  /** How many times a hub was moved to another OS thread. */
  public long moves() {
    return carriers.moves();
  }

  /** How many OS threads there are for the hubs and for greenlets that lost theirs. */
  public int carriers() {
    return carriers.live();
  }

  /** The hub that this code runs on, also after its carrier lost the role; null elsewhere. */
  public static Hub current() {
    return Hub.current();
  }

  /**
   * Whether somebody waits for its turn behind the calling greenlet, as far as that can tell; false
   * elsewhere.
   */
  public static boolean othersWait() {
    Carrier carrier = Carrier.current();
    return carrier != null && carrier.serves().hasOthers();
  }

  /**
   * Announces that the calling greenlet is about to block its OS thread: its hub moves to another
   * one at once, and the greenlet goes on here until it parks next. Nothing happens on other
   * threads, when the hub is gone already, and when hubs do not move.
   */
  public static void blocking() {
    Carrier carrier = Carrier.current();
    if (carrier != null) {
      carrier.leaveHub(Reason.ANNOUNCED);
    }
  }

  /** As {@link #blocking}: the calling greenlet is about to park, and cannot leave its thread. */
  public static void pinned() {
    Carrier carrier = Carrier.current();
    if (carrier != null) {
      carrier.leaveHub(Reason.PINNED);
    }
  }

  /** Ends what {@link #blocking} began; the greenlet finds back to its hub by itself. */
  public static void unblocked() {}
}
