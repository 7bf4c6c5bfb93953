package java.lang;

/**
 * Tells the agent of virtual threads that block on monitors: once it has asked for that, as it
 * seldom does. Until then a switch looks at one field.
 *
 * <p>Threads: carriers, and the JDK's thread that makes the blocked ready again. Blocks: that one
 * alone.
 */
public abstract class GreenMonitors {
  private static volatile GreenMonitors installed;

  /** Set once, for good; who blocks on a carrier that sees it late is not told of. */
  private static boolean asked;

  // the carrier that takes the list, and whether it has; only while the JDK's thread does not
  private static volatile Thread taking;
  private static boolean begun;

  /** For the agent's subclass. */
  protected GreenMonitors() {}

  static void install(GreenMonitors monitors) {
    installed = monitors;
  }

  // ---- what the agent answers -----------------------------------------------------------------

  /** The JDK's thread is about to wait for the list of those that can go on; may block it. */
  protected abstract void take();

  /** That virtual thread has left this carrier, and blocks. */
  protected abstract void blocks(Thread virtual);

  /** It has ended. */
  protected abstract void ended(Thread virtual);

  // ---- what patched code calls ----------------------------------------------------------------

  /** Whether who takes the list has done so; else, when it is the JDK's thread, waits. */
  static boolean taken() {
    Thread hub = taking;
    if (hub != null && hub == Thread.currentCarrierThread()) {
      boolean again = begun;
      begun = true;
      return again;
    }
    GreenMonitors monitors = installed;
    if (monitors != null) {
      monitors.take();
    }
    return false;
  }

  /** Takes the list once, by {@code loop}, which the JDK's thread runs for ever. */
  static void takeOnce(Runnable loop) {
    begun = false;
    taking = Thread.currentCarrierThread();
    try {
      loop.run();
    } finally {
      taking = null;
    }
  }

  /** The current carrier has run that virtual thread, which nobody else can run yet. */
  public static void leaves(Thread virtual) {
    if (asked && virtual instanceof VirtualThread && GreenBlocked.is(virtual)) {
      installed.blocks(virtual);
    }
  }

  static void ends(Thread virtual) {
    if (asked) {
      installed.ended(virtual);
    }
  }

  /** From now on it is told who blocks. */
  static void ask() {
    asked = true;
  }
}
