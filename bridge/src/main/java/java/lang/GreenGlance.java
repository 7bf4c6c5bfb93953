package java.lang;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.ThreadContainer;
import jdk.internal.vm.ThreadContainers;

/**
 * One greenlet at one moment, for those who look into a program: only the agent, which reaches
 * {@link #all} through its private lookup, ever has such an object. Immutable.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class GreenGlance {

  private static final Unsafe U = Unsafe.getUnsafe();
  private static final long TIMEOUT = timeout();
  private static final StackTraceElement[] NO_FRAMES = {};

  private final Thread thread;
  private final Thread runner;
  private final Thread.State state;
  private final String group;
  private final long starter;
  private final GreenView view; // null: not asked for, or it has ended
  private final Future<?> timer;
  private Thread owner; // written before anybody sees this object

  private GreenGlance(VirtualThread runner, String group, boolean stacks) {
    GreenLink link = GreenLink.ofRunner(runner);
    this.runner = runner;
    this.group = group;
    thread = link == null ? runner : link.facade;
    starter = link == null ? 0 : link.starter;
    state = runner.threadState();
    boolean looks = stacks && (link != null || runner != Thread.currentThread());
    view = looks ? link == null ? GreenView.of(runner) : GreenView.of(link) : null;
    timer = TIMEOUT < 0 ? null : (Future<?>) U.getReferenceVolatile(runner, TIMEOUT);
  }

  private static long timeout() {
    try {
      return U.objectFieldOffset(VirtualThread.class, "timeoutTask");
    } catch (InternalError changed) {
      return -1;
    }
  }

  /** All greenlets that live, the program's own virtual threads among them. */
  static List<GreenGlance> all(boolean stacks) {
    IdentityHashMap<Thread, String> groups = new IdentityHashMap<>();
    for (GreenLink link : GreenTracked.links()) {
      groups.put(link.runner, "");
    }
    collect(ThreadContainers.root(), "", groups);
    List<GreenGlance> all = new ArrayList<>(groups.size());
    for (Map.Entry<Thread, String> one : groups.entrySet()) {
      if (one.getKey() instanceof VirtualThread runner && runner.alive()) {
        all.add(new GreenGlance(runner, one.getValue(), stacks));
      }
    }
    if (stacks) {
      findOwners(all);
    }
    return all;
  }

  private static void collect(
      ThreadContainer container, String name, IdentityHashMap<Thread, String> groups) {
    container
        .threads()
        .filter(Thread::isVirtual)
        .forEach(thread -> groups.putIfAbsent(thread, name));
    container.children().forEach(child -> collect(child, name(child), groups));
  }

  private static String name(ThreadContainer container) {
    String name = container.name();
    return name == null ? container.getClass().getName() : name;
  }

  private static void findOwners(List<GreenGlance> all) {
    IdentityHashMap<Object, Thread> holders = new IdentityHashMap<>();
    boolean blocked = false;
    for (GreenGlance one : all) {
      blocked |= one.view != null && one.view.blocked();
      hold(one.view, one.thread, holders);
    }
    if (blocked) {
      for (Thread thread : Thread.getAllThreads()) {
        if (GreenLink.ofFacade(thread) == null) {
          hold(GreenView.of(thread), thread, holders);
        }
      }
    }
    for (GreenGlance one : all) {
      Object waitsFor = one.waitsFor();
      if (waitsFor != null) {
        Thread known = GreenView.synchronizerOwner(waitsFor);
        one.owner = known != null || !one.view.blocked() ? known : holders.get(waitsFor);
      }
    }
  }

  private static void hold(GreenView view, Thread thread, IdentityHashMap<Object, Thread> holders) {
    if (view != null) {
      for (Object held : view.held) {
        holders.put(held, thread);
      }
    }
  }

  /** The thread that the program sees. */
  public Thread thread() {
    return thread;
  }

  /** The virtual thread that runs it. */
  public Thread runner() {
    return runner;
  }

  /** The state of the virtual thread. */
  public Thread.State state() {
    return state;
  }

  /** The name of the JDK's container that it was started in; empty for none. */
  public String group() {
    return group;
  }

  /** The id of the thread that started it; 0 when that is not known. */
  public long starter() {
    return starter;
  }

  /** Its frames, the innermost first. */
  public StackTraceElement[] stack() {
    return view == null ? NO_FRAMES : view.stack.clone();
  }

  /** The monitor, synchroniser or thread that it waits for; null when there is none. */
  public Object waitsFor() {
    return view == null ? null : view.waitsFor();
  }

  /** Who holds that; null when nobody does, or it is not known. */
  public Thread owner() {
    return owner;
  }

  /** What ends its wait after a time; null when nothing does. */
  public Future<?> timer() {
    return timer;
  }
}
