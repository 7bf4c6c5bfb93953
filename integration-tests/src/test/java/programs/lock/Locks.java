package programs.lock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import programs.Cases;
import programs.Job;

/** Locks of java.util.concurrent: owners, queues, order, conditions, and wrong use. */
public final class Locks {
  private static final List<String> LOG = Collections.synchronizedList(new ArrayList<>());

  private Locks() {}

  /** Shows what the lock itself keeps. */
  private static final class Open extends ReentrantLock {
    private static final long serialVersionUID = 1;

    Open(boolean fair) {
      super(fair);
    }

    Thread owner() {
      return getOwner();
    }

    Collection<Thread> queued() {
      return getQueuedThreads();
    }

    Collection<Thread> waiting(Condition condition) {
      return getWaitingThreads(condition);
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    owners();
    order(true);
    order(false);
    conditions();
    wrong();
    readWrite();
    stamped();
    parks();
    contended();
  }

  private static void owners() {
    Open lock = new Open(false);
    lock.lock();
    System.out.println("owner is main " + (lock.owner() == Thread.currentThread()));
    System.out.println(lock.toString().replaceAll("@[0-9a-f]+", ""));
    Job waiter =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.lock();
              try {
                boolean mine = lock.owner() == Thread.currentThread();
                return mine + " " + lock.isHeldByCurrentThread() + lock.getHoldCount();
              } finally {
                lock.unlock();
              }
            });
    System.out.println("queued " + lock.queued().contains(waiter) + lock.hasQueuedThread(waiter));
    System.out.println("length " + lock.getQueueLength() + lock.hasQueuedThreads());
    System.out.println("blocker " + LockSupport.getBlocker(waiter).getClass().getName());
    lock.lock();
    System.out.println("held " + lock.getHoldCount() + lock.tryLock());
    lock.unlock();
    lock.unlock();
    lock.unlock();
    System.out.println("waiter " + waiter.outcome() + " locked " + lock.isLocked());
    Job owner =
        Job.start(
            "owner",
            () -> {
              lock.lock();
              LockSupport.park();
              boolean mine = lock.isHeldByCurrentThread();
              lock.unlock();
              return mine;
            });
    Cases.untilState(owner, Thread.State.WAITING);
    System.out.println("owner " + (lock.owner() == owner) + lock.isHeldByCurrentThread());
    System.out.println(lock.toString().replaceAll("@[0-9a-f]+", ""));
    Cases.show("tryLock", lock::tryLock);
    Cases.show("tryLock timed", () -> lock.tryLock(1, TimeUnit.MILLISECONDS));
    LockSupport.unpark(owner);
    System.out.println(owner.outcome());
  }

  private static void order(boolean fair) {
    Open lock = new Open(fair);
    lock.lock();
    Job[] jobs = new Job[5];
    for (int i = 0; i < jobs.length; i++) {
      String name = "job " + i;
      jobs[i] =
          Job.blockedAs(
              Thread.State.WAITING,
              () -> {
                lock.lock();
                LOG.add(name);
                lock.unlock();
                return null;
              });
    }
    lock.unlock();
    for (Job job : jobs) {
      job.outcome();
    }
    System.out.println((fair ? "fair " : "unfair ") + LOG);
    LOG.clear();
  }

  private static void conditions() throws Exception {
    Open lock = new Open(false);
    Condition condition = lock.newCondition();
    Job[] jobs = new Job[4];
    for (int i = 0; i < jobs.length; i++) {
      String name = "awaiter " + i;
      jobs[i] =
          Job.blockedAs(
              Thread.State.WAITING,
              () -> {
                lock.lock();
                try {
                  condition.await();
                  LOG.add(name);
                  return lock.isHeldByCurrentThread();
                } finally {
                  lock.unlock();
                }
              });
    }
    lock.lock();
    System.out.println("waiters " + lock.getWaitQueueLength(condition));
    System.out.println("contains " + lock.waiting(condition).contains(jobs[2]));
    condition.signal();
    lock.unlock();
    Cases.until(() -> LOG.size() == 1);
    lock.lock();
    condition.signalAll();
    lock.unlock();
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
    System.out.println("signalled in order " + LOG);
    LOG.clear();
    lock.lock();
    Cases.show("await timed out", () -> condition.await(1, TimeUnit.MILLISECONDS));
    Cases.show("awaitNanos timed out", () -> condition.awaitNanos(1000) <= 0);
    Cases.show("awaitUntil", () -> condition.awaitUntil(new java.util.Date(0)));
    lock.unlock();
    Job deaf =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.lock();
              try {
                condition.awaitUninterruptibly();
                return "signalled";
              } finally {
                lock.unlock();
              }
            });
    deaf.interrupt();
    lock.lock();
    Cases.show("still there", () -> lock.hasWaiters(condition));
    condition.signal();
    lock.unlock();
    System.out.println("uninterruptibly " + deaf.outcome());
  }

  private static void wrong() {
    ReentrantLock lock = new ReentrantLock();
    Cases.run("unlock without lock", lock::unlock);
    Cases.run("await without lock", () -> lock.newCondition().await());
    Cases.run("signal without lock", () -> lock.newCondition().signal());
    Cases.start("holds for ever", lock::lock);
    Cases.until(lock::isLocked);
    Cases.run("unlock of another's", lock::unlock);
    Cases.run("write unlock", () -> new ReentrantReadWriteLock().writeLock().unlock());
    Cases.run("read unlock", () -> new ReentrantReadWriteLock().readLock().unlock());
  }

  private static void readWrite() {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    lock.readLock().lock();
    Job reader = Job.start("reader", () -> readCount(lock));
    System.out.println("second reader " + reader.outcome());
    Job writer =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              lock.writeLock().lock();
              LOG.add("writer");
              lock.readLock().lock();
              lock.writeLock().unlock();
              String text = "downgraded " + lock.getReadHoldCount() + lock.isWriteLocked();
              lock.readLock().unlock();
              return text;
            });
    Job late =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              String text = readCount(lock);
              LOG.add("late reader");
              return text;
            });
    System.out.println("queue " + lock.getQueueLength() + lock.hasQueuedThread(writer));
    lock.readLock().unlock();
    System.out.println(writer.outcome() + " " + late.outcome() + " " + LOG);
    LOG.clear();
  }

  private static String readCount(ReentrantReadWriteLock lock) {
    lock.readLock().lock();
    try {
      return "holds " + lock.getReadHoldCount();
    } finally {
      lock.readLock().unlock();
    }
  }

  private static void stamped() throws Exception {
    StampedLock lock = new StampedLock();
    long read = lock.readLock();
    Job writer =
        Job.blockedAs(
            Thread.State.WAITING,
            () -> {
              long stamp = lock.writeLock();
              lock.unlockWrite(stamp);
              return "wrote";
            });
    Cases.show("tryWriteLock", () -> lock.tryWriteLock(1, TimeUnit.MILLISECONDS));
    lock.unlockRead(read);
    System.out.println(writer.outcome() + lock.isWriteLocked() + lock.isReadLocked());
    Cases.run("wrong stamp", () -> lock.unlockWrite(12345));
    long optimistic = lock.tryOptimisticRead();
    System.out.println("optimistic " + lock.validate(optimistic));
  }

  private static void parks() {
    Job early =
        Job.start(
            "early",
            () -> {
              LockSupport.unpark(Thread.currentThread());
              LockSupport.unpark(Thread.currentThread());
              LockSupport.park();
              LockSupport.parkNanos(1000);
              return "one permit only";
            });
    System.out.println(early.outcome());
    Job parked = Job.blockedAs(Thread.State.WAITING, Locks::parkOnce);
    LockSupport.unpark(parked);
    System.out.println(parked.outcome());
    LockSupport.unpark(null);
    LockSupport.unpark(parked);
    Thread unstarted = new Thread(() -> {});
    LockSupport.unpark(unstarted);
    Job past = Job.start("past", Locks::parkPast);
    System.out.println(past.outcome());
  }

  private static Object parkOnce() {
    LockSupport.setCurrentBlocker("mine");
    LockSupport.park();
    return "unparked " + LockSupport.getBlocker(Thread.currentThread());
  }

  private static Object parkPast() {
    LockSupport.parkUntil(1);
    LockSupport.parkNanos(0);
    LockSupport.parkNanos(-5);
    return "returned at once";
  }

  private static void contended() {
    ReentrantLock lock = new ReentrantLock();
    int[] count = {0};
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Cases.start(
              "contender",
              () -> {
                for (int n = 0; n < 2000; n++) {
                  lock.lock();
                  count[0]++;
                  lock.unlock();
                }
              });
    }
    Cases.join(threads);
    System.out.println("count " + count[0]);
  }
}
