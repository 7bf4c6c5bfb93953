package java.lang;

/**
 * Tells the agent what the flight recorder may want to know, while that is in use: the JDK notes so
 * itself, in a field that costs nothing to read. The agent installs the one subclass.
 *
 * <p>Threads: any. Hot while nobody records: one field is read. Source: {@code
 * jdk.internal.event.JFRTracing} of JDK 25.
 */
public abstract class GreenRecords {

  private static volatile GreenRecords installed;

  /** For the agent's subclass. */
  protected GreenRecords() {}

  static void install(GreenRecords records) {
    installed = records;
  }

  // ---- what the agent answers -----------------------------------------------------------------

  /** The flight recorder has come into use. */
  protected abstract void recorderBegun();

  /** A thread is about to be started that runs on a hub. */
  protected abstract void started(Thread thread);

  /** A thread that ran on a hub has ended. */
  protected abstract void finished(Thread thread);

  /** The current thread may be about to park; what {@link #unparked} is given then. */
  protected abstract Object parking();

  /** It goes on; {@code fd} is what it waited for, negative when that is not known. */
  protected abstract void unparked(Object begun, int fd);

  /** Whether the flight recorder is in use. */
  protected static boolean inUse() {
    return Throwable.jfrTracing;
  }

  // ---- what patched code calls ----------------------------------------------------------------

  /** The flight recorder has come into use. */
  public static void begun() {
    GreenRecords records = installed;
    if (records != null) {
      records.recorderBegun();
    }
  }

  /** A virtual thread is about to be started. */
  public static void starts(Object thread) {
    GreenRecords records = Throwable.jfrTracing ? installed : null;
    if (records != null && ofProgram((Thread) thread)) {
      records.started((Thread) thread);
    }
  }

  static void ended(Thread thread) {
    GreenRecords records = Throwable.jfrTracing ? installed : null;
    if (records != null && ofProgram(thread)) {
      records.finished(thread);
    }
  }

  private static boolean ofProgram(Thread thread) {
    return thread.threadId() < GreenFields.FIRST_OWN_ID;
  }

  /** The current virtual thread is about to park; null when nobody wants to know. */
  public static Object parks() {
    GreenRecords records = Throwable.jfrTracing ? installed : null;
    return records == null ? null : records.parking();
  }

  /** It goes on; {@code begun} is not null. */
  public static void parked(Object begun) {
    GreenLink link = GreenLink.ofRunner(Thread.currentThread());
    installed.unparked(begun, link != null && link.polling ? link.fd : -1);
  }

  static void waitsFor(GreenLink link, int fd) {
    if (Throwable.jfrTracing) {
      link.fd = fd;
    }
  }
}
