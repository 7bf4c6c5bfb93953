package java.lang;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;

/**
 * Who runs a virtual thread of the program's: the hubs.
 *
 * <p>The JDK's own pool for them is made when the stock JDK would make it, with the program's first
 * virtual thread, and not with the agent's: its class makes the common pool, which goes by
 * properties that {@code main} may set, and pools are numbered.
 *
 * <p>Threads: any. Blocks: never. Source of the name: {@code java.lang.VirtualThread} of JDK 25.
 */
public final class GreenScheduler {
  private static volatile Executor made;
  private static volatile boolean wanted;

  private GreenScheduler() {}

  /** The scheduler of a virtual thread for which the program named none; null inherits. */
  public static Executor of(Executor scheduler, String name) {
    if (scheduler != null) {
      return scheduler;
    }
    Executor stock = VirtualThread.defaultScheduler();
    GreenHooks hooks = GreenHooks.installed();
    if (hooks == null) {
      return Thread.currentThread().isVirtual() ? null : stock;
    }
    if (name != null && name.startsWith("SubPoller-")) { // it serves those who are on no hub
      return stock;
    }
    Executor hub = hooks.place();
    return GreenCarry.byProgram(hub) ? null : hub;
  }

  /** Whether the JDK's pool is to be made now; called where the JDK would. */
  public static boolean wanted() {
    return wanted;
  }

  /** The JDK's pool, which {@code VirtualThread} has not. */
  public static Executor made() {
    Executor known = made;
    return known == null ? make() : known;
  }

  private static synchronized Executor make() {
    if (made == null) {
      wanted = true;
      try {
        Method create = VirtualThread.class.getDeclaredMethod("createDefaultScheduler");
        create.setAccessible(true);
        made = (Executor) create.invoke(null);
      } catch (ReflectiveOperationException changed) {
        throw new InternalError(changed);
      }
    }
    return made;
  }
}
