package org.greenagent.pool;

/** An OS thread of a pool; under the agent too, which knows it by this class. */
final class NativeWorker extends Thread {
  final ThreadPool pool;

  NativeWorker(ThreadPool pool, Runnable work, int number) {
    super(null, work, "green-pool-" + number, 0, false);
    this.pool = pool;
    setDaemon(true);
  }
}
