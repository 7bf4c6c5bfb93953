package java.lang;

/**
 * A spin loop in a greenlet may wait for one that needs the same carrier, so a turn of it gives
 * that away.
 *
 * <p>Threads: any.
 */
final class GreenSpins {
  private static final int SPINS_BEFORE_YIELD = 64;

  private GreenSpins() {}

  static void onSpinWait(GreenHooks hooks) {
    Thread thread = Thread.currentThread();
    if (hooks == null || !(thread instanceof VirtualThread spinner)) {
      Thread.onSpinWait();
      return;
    }
    boolean yields = hooks.othersWait();
    if (!yields && spinner.interruptLock instanceof GreenLink link) {
      yields = ++link.spins >= SPINS_BEFORE_YIELD;
      link.spins = yields ? 0 : link.spins;
    }
    if (yields) {
      spinner.tryYield();
    } else {
      Thread.onSpinWait();
    }
  }

  /** A turn for those who wait for the hub of the current thread, if there are any. */
  static void letOthersRun(GreenHooks hooks) {
    if (hooks != null && Thread.currentThread().isVirtual() && hooks.othersWait()) {
      Thread.yield();
    }
  }
}
