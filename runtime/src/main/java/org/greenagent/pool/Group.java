package org.greenagent.pool;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.greenagent.greenlet.Action;
import org.greenagent.greenlet.Greenlet;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.greenlet.Greenlets;
import org.greenagent.greenlet.ShortLock;
import org.greenagent.greenlet.WaitQueue;
import org.greenagent.greenlet.Waiter;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * Greenlets that can be waited for and ended together. One is a member until it ends; whoever is
 * told of its end by a link that was made later finds it gone.
 *
 * <p>Threads: any. Blocks: the joins and the kills, and in a {@link Pool} what adds to it. Fails:
 * {@link RejectedExecutionException} for what is added after a shutdown.
 */
public sealed class Group extends AbstractPool permits Pool {
  private final ShortLock lock = new ShortLock();

  // guarded by the lock
  private final Set<Greenlet<?>> members = Collections.newSetFromMap(new IdentityHashMap<>());
  private final WaitQueue joiners = new WaitQueue(lock); // some only while there are members
  private boolean shut;

  /** With no members. */
  public Group() {}

  /** With those members. */
  public Group(Collection<? extends Greenlet<?>> first) {
    first.forEach(this::enroll);
  }

  /** Starts a member; waits while there is no room for it. */
  @Override
  public final <T> Greenlet<T> spawn(Callable<? extends T> task) throws InterruptedException {
    Greenlet<T> fresh = new Greenlet<>(task);
    start(fresh);
    return fresh;
  }

  /** As {@link #spawn(Callable)}, without a result. */
  public final Greenlet<Void> spawn(Action task) throws InterruptedException {
    Objects.requireNonNull(task);
    return spawn(() -> {
      task.run();
      return null;
    });
  }

  /** Makes it a member and starts it; waits while there is no room for it. */
  public final void start(Greenlet<?> greenlet) throws InterruptedException {
    add(greenlet);
    try {
      greenlet.start();
    } catch (Throwable failed) {
      discard(greenlet);
      throw failed;
    }
  }

  /**
   * Makes it a member, and does not start it; waits while there is no room for it. Nothing happens
   * when it is one.
   */
  public final void add(Greenlet<?> greenlet) throws InterruptedException {
    Objects.requireNonNull(greenlet);
    takePlace();
    enroll(greenlet);
  }

  /** As {@link #add}, without waiting; false when there is no room for it. */
  public final boolean tryAdd(Greenlet<?> greenlet) {
    Objects.requireNonNull(greenlet);
    if (!tryTakePlace()) {
      return false;
    }
    enroll(greenlet);
    return true;
  }

  /** It is a member no more, and goes on. */
  public final void discard(Greenlet<?> greenlet) {
    Waiter all = null;
    lock.lock();
    boolean was = members.remove(greenlet);
    if (members.isEmpty()) {
      all = joiners.pollAll();
    }
    lock.unlock();
    if (was) {
      freePlace();
    }
    Waiter.deliverAll(all);
  }

  /** How many members there are. */
  public final int size() {
    lock.lock();
    try {
      return members.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is a member. */
  public final boolean contains(Greenlet<?> greenlet) {
    lock.lock();
    try {
      return members.contains(greenlet);
    } finally {
      lock.unlock();
    }
  }

  /** Those who are members now. */
  public final List<Greenlet<?>> members() {
    lock.lock();
    try {
      return List.copyOf(members);
    } finally {
      lock.unlock();
    }
  }

  /** A group has room for all. */
  @Override
  public boolean full() {
    return false;
  }

  /** Waits until there are no members. */
  public final void join() throws InterruptedException {
    join(Nanos.FOREVER);
  }

  /** As {@link #join()}; false when there still are in time. */
  public final boolean join(Duration timeout) throws InterruptedException {
    return join(Durations.nanos(timeout));
  }

  /**
   * Waits until those who are members now have ended, or one has failed.
   *
   * @throws ExecutionException when one failed: the first that did
   */
  public final void joinOrRaise() throws InterruptedException, ExecutionException {
    Greenlets.joinAllOrRaise(members());
  }

  /** Ends all members, also those who come meanwhile, by {@link GreenletExit}; waits for them. */
  public final void kill() throws InterruptedException {
    kill(new GreenletExit(), Nanos.FOREVER);
  }

  /**
   * As {@link #kill()}, by another throwable, and waits so long at most.
   *
   * @return false when there still are members in time
   */
  public final boolean kill(Throwable thrown, Duration timeout) throws InterruptedException {
    return kill(thrown, Durations.nanos(timeout));
  }

  /** Ends one of them by {@link GreenletExit} and waits for it; nothing for one that is none. */
  public final void killOne(Greenlet<?> greenlet) throws InterruptedException {
    if (contains(greenlet)) {
      greenlet.kill();
    }
  }

  /** Refuses what is added from now on; the members go on. */
  @Override
  public final void shutdown() {
    lock.lock();
    shut = true;
    lock.unlock();
  }

  /**
   * As {@link #shutdown}, and throws {@link GreenletExit} into the members.
   *
   * @return an empty list: those that have not begun are killed like the others
   */
  @Override
  public final List<Runnable> shutdownNow() {
    shutdown();
    Greenlets.killAllLater(members(), new GreenletExit());
    return List.of();
  }

  @Override
  public final boolean isShutdown() {
    lock.lock();
    try {
      return shut;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public final boolean isTerminated() {
    return isShutdown() && size() == 0;
  }

  @Override
  public final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return join(unit.toNanos(timeout)) && isShutdown();
  }

  @Override
  final boolean inside() {
    Greenlet<?> me = Greenlet.current();
    return me != null && contains(me);
  }

  /** Takes the place of one more member; waits for it. */
  void takePlace() throws InterruptedException {}

  /** Takes the place of one more member, if there is one. */
  boolean tryTakePlace() {
    return true;
  }

  /** A member has left, or did not come after all. */
  void freePlace() {}

  /** The place is taken. */
  private void enroll(Greenlet<?> greenlet) {
    lock.lock();
    boolean refused = shut;
    boolean fresh = !refused && members.add(greenlet);
    lock.unlock();
    if (!fresh) {
      freePlace();
    }
    if (refused) {
      throw new RejectedExecutionException("the pool is shut down");
    }
    if (fresh) {
      var _ = greenlet.rawLink(_ -> discard(greenlet));
    }
  }

  private boolean join(long nanos) throws InterruptedException {
    Waiter mine;
    lock.lock();
    try {
      if (members.isEmpty()) {
        return true;
      }
      if (nanos <= 0) {
        return false;
      }
      mine = joiners.enter(null);
    } finally {
      lock.unlock();
    }
    return mine.await(this, nanos);
  }

  private boolean kill(Throwable thrown, long nanos) throws InterruptedException {
    long deadline = nanos == Nanos.FOREVER ? nanos : Nanos.add(Nanos.now(), nanos);
    for (List<Greenlet<?>> now = members(); !now.isEmpty(); now = members()) {
      Greenlets.killAllLater(now, thrown);
      for (Greenlet<?> member : now) {
        if (!member.join(Duration.ofNanos(Nanos.until(deadline, Nanos.now())))) {
          return false;
        }
      }
      now.forEach(this::discard);
    }
    return true;
  }
}
