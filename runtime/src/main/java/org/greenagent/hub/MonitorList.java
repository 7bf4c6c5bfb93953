package org.greenagent.hub;

/**
 * The list in which the JVM keeps virtual threads that may go on, since a monitor was given free.
 * The JDK has a thread that waits for it; hubs may take it in that thread's stead, see {@link
 * Unblocking}.
 */
public interface MonitorList {
  /**
   * Makes the list ready to be taken by hubs, and has {@link Unblocking#blocks} called from now on.
   * Called before all else here, by a thread that nobody waits for. Blocks: as it likes.
   *
   * @param jdk the thread of the JDK that waits for the list, now or soon
   * @return false: hubs cannot take it in this JVM
   */
  boolean open(Thread jdk);

  /** Whether that virtual thread waits for a monitor, or to be notified. Threads: any. */
  boolean blocked(Thread virtual);

  /**
   * Whether that virtual thread stands on the list, or is being put there: then {@link #unblock}
   * finds a list that is not empty, and does not wait. Threads: any.
   */
  boolean listed(Thread virtual);

  /**
   * Takes the list and makes all that stand on it ready to run. Called by one thread at a time: two
   * that wait for it end the JVM. Blocks: the OS thread, until the list is not empty. Fails: with
   * what a scheduler of the program's own throws.
   */
  void unblock();
}
