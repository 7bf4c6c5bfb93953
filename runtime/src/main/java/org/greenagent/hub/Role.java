package org.greenagent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.greenagent.vthread.CarrierYield;

/**
 * The right to consume what a hub has, which one carrier holds at a time. Hot.
 *
 * <p>One word: an epoch, which names the holder, and in the lowest bit whether it is running a task
 * now. All that the holder alone may touch (queue head, timers, the poll) it touches while the bit
 * is clear; the role can be taken only while the bit is set. So can the queue's head be lent, for a
 * moment, to a hub that has nothing to do.
 *
 * <pre>
 *   (e, idle)    -> (e, running)    begin: the holder, before each task
 *   (e, running) -> (e, idle)       end: the holder, after it
 *   (e, running) -> (e + 1, idle)   take: anybody, who then passes e + 1 to a carrier
 *   (e, running) -> (e, lent)       borrow: another hub, which does not wait until
 *   (e, lent)    -> (e, running)    giveBack: the same
 * </pre>
 *
 * <p>Of {@code end} and {@code take} one fails, as both expect the same word: a holder whose {@code
 * end} failed has lost the role and touches nothing of the hub any more. The epoch keeps such a
 * late holder from taking the word of its successor for its own. {@code begin} releases and {@code
 * take} acquires, so the new holder sees all that the old one did. Both wait while the queue is
 * lent, so there is always one consumer.
 *
 * <p>A word that was read may come back while the same holder runs later tasks; {@code take} then
 * succeeds for one that did not deserve it, which costs a move and nothing else.
 */
final class Role extends RolePadding {
  private static final long RUNNING = 1;
  private static final long LENT = 2; // beside RUNNING alone
  private static final int FLAGS = 2;

  /** So often is looked whether what was lent is back, before others may have the processor. */
  private static final int SPINS = 1_000;

  private static final VarHandle WORD;

  static {
    try {
      WORD = MethodHandles.lookup().findVarHandle(Role.class, "word", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The epoch of a hub's first carrier. */
  static final long FIRST = 0;

  @SuppressWarnings("unused")
  private volatile long word;

  @SuppressWarnings("unused")
  private long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10, b11, b12, b13, b14, b15;

  /** Called by the holder: from here on the role can be taken. */
  void begin(long epoch) {
    WORD.setRelease(this, runningWord(epoch));
  }

  /** Called by the holder after {@link #begin}: false when the role was taken meanwhile. */
  boolean end(long epoch) {
    return change(runningWord(epoch), epoch << FLAGS);
  }

  /** The word now: for {@link #running} and {@link #take}; the same whether it is lent or not. */
  long word() {
    return (long) WORD.getAcquire(this) & ~LENT;
  }

  /** The word while the holder of {@code epoch} runs a task. */
  static long runningWord(long epoch) {
    return epoch << FLAGS | RUNNING;
  }

  static boolean running(long word) {
    return (word & RUNNING) != 0;
  }

  /** The epoch that {@link #take} of {@code word} leads to. */
  static long next(long word) {
    return (word >>> FLAGS) + 1;
  }

  /** How many times it was taken until {@code word}. */
  static long moves(long word) {
    return (word >>> FLAGS) - FIRST;
  }

  /** Takes the role from the holder that {@code word} names; false when it is too late for that. */
  boolean take(long word) {
    return running(word) && change(word, next(word) << FLAGS);
  }

  /**
   * Called by others than the holder: until {@link #giveBack}, which follows without a wait, the
   * caller is the queue's consumer. False when no task runs now, or somebody else has borrowed it.
   */
  boolean borrow() {
    long word = (long) WORD.getAcquire(this);
    return (word & (RUNNING | LENT)) == RUNNING && WORD.compareAndSet(this, word, word | LENT);
  }

  /** Called by who has borrowed; nobody else changes the word meanwhile. */
  void giveBack() {
    WORD.setRelease(this, word());
  }

  /** Waits while it is lent. */
  private boolean change(long running, long next) {
    for (int spins = 0; ; spins++) {
      long seen = (long) WORD.compareAndExchange(this, running, next);
      if (seen != (running | LENT)) {
        return seen == running;
      }
      pause(spins);
    }
  }

  /** Who has borrowed may have lost its processor; a greenlet must not leave its carrier here. */
  private static void pause(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      CarrierYield.now();
    }
  }
}
