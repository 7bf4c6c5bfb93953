package org.greenagent.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.greenagent.greenlet.GreenHub;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.pool.Group;
import org.greenagent.pool.Pool;
import org.greenagent.sync.Event;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Accepts what comes, in a greenlet of the hub of the thread that starts it, and has each served by
 * a greenlet of its own on that hub. It is started once, and closed once.
 *
 * <p>When accepting fails (no descriptors are left, say) that is reported to the error handler of
 * the hub, and the server tries again after 10 ms, then after twice as long each time, up to a
 * second. When its socket was closed by others it closes.
 *
 * <p>Threads: any; what is set is set before {@link #start}. Blocks: {@link #stop()} and {@link
 * #serveForever}, the calling thread.
 */
public abstract sealed class Server implements AutoCloseable permits StreamServer, DatagramServer {
  private static final Duration STOP = Duration.ofSeconds(1);

  // so many in a row, then others get a turn
  private static final int MAX_ACCEPT = 100;

  private final Object lock = new Object();
  private final Event over = new Event();
  private final Group handlers = new Group();

  // guarded by the lock; read without it
  private volatile Greenlet<?> acceptor; // null: not started
  private volatile boolean closed;
  private volatile Pool pool; // null: none
  private volatile boolean raw;

  Server() {}

  /**
   * Has handlers be members of a pool. While it is full nothing is accepted: who comes waits in the
   * system's queue, the backlog. {@link #stop()} ends those handlers that are of this server.
   *
   * @throws IllegalStateException after the start
   */
  public final void pool(Pool shared) {
    Objects.requireNonNull(shared);
    configure(() -> pool = shared);
  }

  /**
   * Has handlers be bare threads, {@link Greenlet#spawnRaw}: {@link #stop()} neither waits for them
   * nor ends them. A pool is then not used.
   *
   * @throws IllegalStateException after the start
   */
  public final void spawnRaw() {
    configure(() -> raw = true);
  }

  final void configure(Runnable change) {
    synchronized (lock) {
      if (acceptor != null || closed) {
        throw new IllegalStateException("was started: " + this);
      }
      change.run();
    }
  }

  /**
   * Binds it and begins to accept; nothing happens when it has begun.
   *
   * @throws IOException when it cannot be bound; another try may follow
   * @throws IllegalStateException when it was closed
   */
  public final void start() throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new IllegalStateException("was closed: " + this);
      }
      if (acceptor != null) {
        return;
      }
      Greenlet<Void> fresh =
          new Greenlet<>(() -> {
            acceptAll();
            return null;
          });
      open();
      acceptor = fresh;
      fresh.start();
    }
  }

  /** Accepts no more and closes its socket; the handlers go on. Does not wait. */
  @Override
  public final void close() {
    Greenlet<?> accepts;
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      accepts = acceptor;
      shut();
    }
    if (accepts != null && accepts != Greenlet.current()) {
      accepts.killLater(new GreenletExit()); // it may wait for room
    }
    over.set();
  }

  /** As {@link #stop(Duration)}, with a second. */
  public final void stop() throws InterruptedException {
    stop(STOP);
  }

  /**
   * Closes it and waits for its handlers; kills those that go on after {@code timeout}, with their
   * connections, and waits a second for their ends. A handler that calls this is left out.
   */
  public final void stop(Duration timeout) throws InterruptedException {
    close();
    long deadline = Nanos.add(Nanos.now(), Durations.nanos(timeout));
    Greenlet<?> accepts = acceptor;
    if (accepts != null && accepts != Greenlet.current()) {
      // it may just have accepted one more, whose handler would not be among the others
      accepts.join(timeout.compareTo(STOP) > 0 ? timeout : STOP);
    }
    List<Greenlet<?>> rest = others();
    rest.removeAll(Greenlets.joinAll(rest, left(deadline)));
    for (Greenlet<?> handler : rest) {
      ((Serving) handler).end();
    }
    Greenlets.joinAll(rest, STOP);
  }

  private static Duration left(long deadline) {
    return Duration.ofNanos(Nanos.until(deadline, Nanos.now()));
  }

  /** The handlers, but for the caller. */
  private List<Greenlet<?>> others() {
    Greenlet<?> me = Greenlet.current();
    return new ArrayList<>(handlers.members().stream().filter(handler -> handler != me).toList());
  }

  /**
   * Starts it, if that was not done, and waits until it is closed; then {@link #stop()}s it. One
   * that was started may have been closed meanwhile.
   *
   * @throws IOException when it cannot be bound
   * @throws IllegalStateException when it was closed without having been started
   */
  public final void serveForever() throws IOException, InterruptedException {
    if (acceptor == null) {
      start();
    }
    try {
      over.await();
    } finally {
      stop();
    }
  }

  /** Whether it was started, and is not closed. */
  public final boolean started() {
    return acceptor != null && !closed;
  }

  /** Whether it was closed. */
  public final boolean closed() {
    return closed;
  }

  /** Where it listens, or did; before the start, where it is to. */
  public abstract InetSocketAddress address();

  /** Binds the socket. */
  abstract void open() throws IOException;

  /** Closes the socket. */
  abstract void shut();

  /** Whether the socket is of no use any more. */
  abstract boolean broken();

  /** Waits for the next to come. */
  abstract Arrival accept() throws IOException;

  private void acceptAll() throws InterruptedException {
    Backoff backoff = new Backoff();
    int row = 0;
    try {
      while (!closed) {
        try {
          awaitRoom();
          acceptNext();
          backoff.reset();
          row = (row + 1) % MAX_ACCEPT;
        } catch (IOException | RuntimeException | VirtualMachineError failure) {
          if (closed) {
            return;
          }
          GreenHub.current().report(this, failure);
          if (broken()) {
            return;
          }
          Greenlets.sleep(backoff.next());
        }
        if (row == 0) {
          Greenlets.yieldNow();
        }
      }
    } finally {
      close();
    }
  }

  private void awaitRoom() throws InterruptedException {
    if (pool != null && !raw) {
      while (pool.waitAvailable() == 0) {} // others were faster
    }
  }

  private void acceptNext() throws IOException, InterruptedException {
    Arrival next;
    try {
      next = accept();
    } catch (SocketTimeoutException e) {
      return; // a given socket may have one
    }
    try {
      serve(next);
    } catch (Throwable failed) {
      next.abandon();
      throw failed;
    }
  }

  private void serve(Arrival next) throws InterruptedException {
    if (closed) {
      next.abandon();
    } else if (raw) {
      Greenlet.spawnRaw(() -> serveRaw(next));
    } else {
      Serving fresh = new Serving(next);
      handlers.add(fresh);
      try {
        if (pool == null) {
          fresh.start();
        } else {
          pool.start(fresh);
        }
      } catch (Throwable failed) {
        handlers.discard(fresh);
        throw failed;
      }
    }
  }

  private void serveRaw(Arrival next) {
    try {
      next.serve();
    } catch (Exception failure) {
      GreenHub.current().report(this, failure);
    }
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + address() + "]";
  }
}
