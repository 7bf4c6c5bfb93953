package org.greenagent.greenlet;

/** Counts how often it is woken. */
final class Bell extends Waiter {
  private volatile int rang;

  Bell() {
    super(null, null);
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // only who ends the wait gets here
  public void deliver() {
    rang++;
  }

  int rang() {
    return rang;
  }
}
