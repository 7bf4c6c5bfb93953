package java.lang;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import jdk.internal.access.JavaIOFileDescriptorAccess;
import jdk.internal.access.SharedSecrets;
import jdk.internal.misc.Blocker;
import jdk.internal.vm.Continuation;
import jdk.internal.vm.annotation.Hidden;

/**
 * The bridge between patched code and the agent: patched methods call the static methods here, the
 * agent installs the one subclass that answers them.
 *
 * <p>The class stands in {@code java.lang} because every class loader sees that package. It is
 * visible to all code, so it hands out nothing that would open the JDK. Until the agent has
 * installed its half, every method answers as the stock JDK does.
 *
 * <p>Threads: any. Hot: no locks, no lambdas, no string concatenation, no class loading.
 */
public abstract class GreenHooks {

  private static final JavaIOFileDescriptorAccess FILES =
      SharedSecrets.getJavaIOFileDescriptorAccess();

  private static volatile GreenHooks installed;

  /** For the agent's subclass. */
  protected GreenHooks() {}

  static void install(GreenHooks hooks) {
    installed = hooks;
  }

  static GreenHooks installed() {
    return installed;
  }

  // ---- what the agent answers -----------------------------------------------------------------

  /** Whether a thread that is being started becomes a greenlet. */
  protected abstract boolean admits(Thread thread, Runnable task, long stackSize);

  /** The hub for the next greenlet. */
  protected abstract Executor place();

  /** A thread that keeps the JVM alive has been started. */
  protected abstract void started();

  /** A thread that kept the JVM alive has ended. */
  protected abstract void ended();

  /** The greenlet of {@code main} begins; the primordial thread keeps the JVM alive meanwhile. */
  protected abstract void mainBegins();

  /** The greenlet of {@code main} has ended; the primordial thread returns to the launcher. */
  protected abstract void mainEnded();

  /** Shutdown hooks are about to be started. */
  protected abstract void shuttingDown();

  /** Waits on a hub for a descriptor; false when this thread is on none or it cannot be polled. */
  protected abstract boolean await(int fd, int event, long nanos, BooleanSupplier open)
      throws IOException;

  /** Waits on a hub for a selector's epoll descriptor; false as in {@link #await}. */
  protected abstract boolean awaitSelector(int fd, long nanos) throws IOException;

  /** Whether a read of a stream would find nothing, known without asking the kernel. */
  protected abstract boolean empty(int fd);

  /** A read of a stream has come back short. */
  protected abstract void emptied(int fd);

  /** The current thread may let others run before it goes on; {@code started}: one of them. */
  protected abstract void giveWay(boolean started);

  /** What reads and writes sockets; null before the first wait. */
  protected abstract GreenStreams streams();

  /** Wakes who waits for {@code event}. */
  protected abstract void stop(int fd, int event);

  /** Forgets a descriptor that is about to be closed or replaced. */
  protected abstract void close(int fd);

  /** Runs a task of the JDK's virtual threads later; null when this thread is on no hub. */
  protected abstract Future<?> later(Runnable task, long delay, TimeUnit unit);

  /** The current carrier is about to block. */
  protected abstract void block();

  /** The current carrier is about to be parked together with its thread. */
  protected abstract void pin();

  /** Whether others wait to run on this thread's hub. */
  protected abstract boolean othersWait();

  /** What tells the flight recorder. */
  protected abstract GreenRecords records();

  /** Whether the hubs wait for descriptors, so that the JDK's own pollers need not run. */
  protected abstract boolean polls();

  /** Throws what others threw at this thread, if they did. */
  protected abstract void raise();

  /** Whether others threw something at this thread that it has not met yet. */
  protected abstract boolean thrownAt();

  /** The platform's server of management beans is there. */
  protected abstract void beans(Object server);

  /** For {@code await} of a selector: parks, and leaves the rest to the selector. */
  protected static boolean parkOnce(long nanos) {
    if (nanos > 0) {
      LockSupport.parkNanos(nanos);
    } else {
      LockSupport.park();
    }
    return false;
  }

  /** For {@code await}: parks with a platform thread's ears. True: wait on. */
  protected static boolean park(long nanos) {
    return GreenPolling.park(nanos);
  }

  // ---- identity ---------------------------------------------------------------------------------

  /** What {@code Thread.currentThread()} means in code that knows the program's own threads. */
  public static Thread currentThread() {
    Thread thread = Thread.currentThread();
    if (thread instanceof VirtualThread && thread.interruptLock instanceof GreenLink link) {
      return link.facade;
    }
    return thread;
  }

  /** The half of a thread that parks. */
  public static Thread parking(Thread thread) {
    if (thread != null && thread.interruptLock instanceof GreenLink link) {
      return link.runner;
    }
    return thread;
  }

  /** {@code isVirtual} as the program means it: false for a thread with two halves. */
  public static boolean isVirtual(Thread thread) {
    return thread.isVirtual() && GreenLink.ofRunner(thread) == null;
  }

  /** {@code isInterrupted} after a wait that a platform thread would not have left. */
  public static boolean heardInterrupt(Thread thread) {
    return GreenLink.ofRunner(thread) == null && interruptedOrThrown(thread);
  }

  /** {@code isInterrupted} in a wait that may throw what others threw at the current thread. */
  public static boolean interruptedOrThrown(Thread current) {
    boolean interrupted = current.isInterrupted();
    if (interrupted) {
      GreenPolling.meet(installed);
    }
    return interrupted;
  }

  /** {@code isInterrupted} where an interrupt closes a channel; what is thrown does not. */
  public static boolean interruptCloses(Thread current) {
    GreenHooks hooks = installed;
    return current.isInterrupted() && (hooks == null || !hooks.thrownAt());
  }

  // ---- life cycle -------------------------------------------------------------------------------

  public static void start0(Thread thread) {
    GreenStart.start(thread, installed);
  }

  /** {@code ThreadSnapshot.create}, safe for virtual threads. */
  public static Object snapshot(Thread thread) {
    return GreenSnapshots.of(thread);
  }

  /** {@code Continuation.getStackTrace} of a virtual thread that is kept from going on. */
  public static StackTraceElement[] stackTrace(Object suspended) {
    return GreenSnapshots.ofSuspended((Continuation) suspended);
  }

  public static void afterDone(Thread thread) {
    GreenHooks hooks = installed;
    if (hooks != null) {
      GreenEnd.ended(thread, hooks);
    }
  }

  public static Class<?> main(Class<?> mainClass) {
    return installed == null || mainClass == null ? mainClass : GreenMain.replace(mainClass);
  }

  /** About to take those who may enter a monitor; true: not again. */
  public static boolean unblocked() {
    return GreenMonitors.taken();
  }

  public static void runHooks() {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.shuttingDown();
    }
  }

  /** What runs at the bottom of a new virtual thread's stack; null: what the JDK has for it. */
  public static Runnable mounted(Runnable task) {
    return task instanceof GreenTask ? task : null;
  }

  /** The exception of an interrupted sleep, with the text that platform threads get. */
  @Hidden
  public static InterruptedException sleepInterrupted(InterruptedException stock) {
    return GreenLink.ofRunner(Thread.currentThread()) == null
        ? stock
        : new InterruptedException("sleep interrupted");
  }

  // ---- descriptors ------------------------------------------------------------------------------

  public static boolean poll(int fd, int event, long nanos, BooleanSupplier open)
      throws IOException {
    GreenHooks hooks = installed;
    return hooks != null
        && (GreenPolling.poll(hooks, fd, event, nanos, open) || GreenPollers.waited(nanos));
  }

  public static boolean pollSelector(int fd, long nanos) throws IOException {
    GreenHooks hooks = installed;
    return hooks != null && (GreenPolling.select(hooks, fd, nanos) || GreenPollers.waited(nanos));
  }

  /** The epoll set of one of the JDK's pollers that is being made. */
  public static int pollerSet() throws IOException {
    return GreenPollers.set(installed);
  }

  /** A park of the JDK's own poller, for those whom no hub polls for. */
  public static void pollerPark() {
    pollerParkNanos(0);
  }

  /** As {@link #pollerPark}, up to {@code nanos}. */
  public static void pollerParkNanos(long nanos) {
    GreenPolling.pollerPark(nanos);
  }

  /** Whether a greenlet that reads a TCP socket may wait at once. */
  public static boolean knownEmpty(FileDescriptor fd) {
    GreenHooks hooks = installed;
    return hooks != null && Thread.currentThread().isVirtual() && hooks.empty(FILES.get(fd));
  }

  /** A read of a TCP socket has come back with less than there was room for. */
  public static void shortRead(FileDescriptor fd) {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.emptied(FILES.get(fd));
    }
  }

  public static void mayGiveWay(boolean started) {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.giveWay(started);
    }
  }

  /** As {@code SocketDispatcher.read0}, by a greenlet; 0 when that is to be asked. */
  public static int received(Object dispatcher, FileDescriptor fd, long address, int length)
      throws IOException {
    GreenStreams streams = GreenStreams.ofGreenlet(installed);
    return streams == null ? 0 : streams.received(dispatcher, FILES.get(fd), address, length);
  }

  /** As {@link #received}, a write. */
  public static int sent(Object dispatcher, FileDescriptor fd, long address, int length)
      throws IOException {
    GreenStreams streams = GreenStreams.ofGreenlet(installed);
    return streams == null ? 0 : streams.sent(dispatcher, FILES.get(fd), address, length);
  }

  /** A selector is about to be asked what is ready: those whom it has set to work go first. */
  public static void selects() {
    GreenSpins.letOthersRun(installed);
  }

  public static void stopPoll(int fd, int event) {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.stop(fd, event);
    }
  }

  public static void closing(int fd) {
    GreenHooks hooks = installed;
    if (hooks != null && fd >= 0) {
      hooks.close(fd);
    }
  }

  public static void closing(FileDescriptor fd) {
    closing(FILES.get(fd));
  }

  static int number(FileDescriptor fd) {
    return FILES.get(fd);
  }

  /** Whether the start of the JDK's poller threads is to be left out. */
  public static boolean pollersNeedNotStart() {
    GreenHooks hooks = installed;
    return hooks != null && GreenPollers.leaveOut(hooks);
  }

  /** The OS thread that is about to block in a system call on a file. */
  public static long nativeThread() {
    return GreenFiles.nativeThread();
  }

  /** Keeps other writers out of a blocking write; true when it was taken and is to be completed. */
  public static boolean writing(SelectableChannel channel, ReentrantLock lock) {
    return GreenWrites.writing(channel, lock);
  }

  public static int written(SelectableChannel channel, ByteBuffer source, int count)
      throws IOException {
    return GreenWrites.written(channel, source, count);
  }

  public static long written(
      SelectableChannel channel, ByteBuffer[] sources, int offset, int length, long count)
      throws IOException {
    return GreenWrites.written(channel, sources, offset, length, count);
  }

  /** What a write throws that has failed with {@code thrown}. */
  public static Throwable writeFailed(SelectableChannel channel, Throwable thrown) {
    return GreenWrites.failed(channel, thrown);
  }

  // ---- time, spins, blocking --------------------------------------------------------------------

  public static Future<?> schedule(Runnable task, long delay, TimeUnit unit) {
    GreenHooks hooks = installed;
    return hooks == null ? null : hooks.later(task, delay, unit);
  }

  /** A turn of a spin loop: lets others of the hub run when there are any, or now and then. */
  public static void onSpinWait() {
    GreenSpins.onSpinWait(installed);
  }

  /** Whether others wait for the carrier of the current thread; {@code known}: the JDK's answer. */
  public static boolean knownWork(boolean known) {
    GreenHooks hooks = installed;
    return known || hooks != null && hooks.othersWait();
  }

  /** The current carrier is about to block for an unknown time. */
  public static void blocking() {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.block();
    }
  }

  /** The current thread is about to park, and cannot leave its carrier. */
  public static void pinned() {
    GreenHooks hooks = installed;
    if (hooks != null) {
      hooks.pin();
    }
  }

  /** {@code Blocker.begin} of a place that is known to block. */
  public static boolean blockerBegin() {
    blocking();
    return Blocker.begin();
  }

  /** {@code Blocker.begin(boolean)}: only when {@code mayBlock}. */
  public static boolean blockerMayBegin(boolean mayBlock) {
    return mayBlock && blockerBegin();
  }
}
