package org.greenagent.coroutine;

import java.util.Arrays;
import java.util.Objects;
import org.greenagent.greenlet.BlockingInHubException;
import org.greenagent.greenlet.GreenletExit;
import org.greenagent.hub.Hub;
import org.greenagent.vthread.JavaLang;
import org.greenagent.vthread.VirtualThreads;

/**
 * A piece of a program that runs until it gives control to another by name, and goes on where it
 * was when another gives it back.
 *
 * <p>Every thread, a greenlet too, is the root of coroutines of its own. They take turns: while one
 * has control the others, the root included, are suspended in {@link #switchTo} or {@link
 * #throwInto}. Control never passes between the coroutines of two threads. Nothing else runs them:
 * one that is never switched to never runs, and is not collected while it is suspended, so {@link
 * #close} it.
 *
 * <pre>{@code
 * Coroutine[] two = new Coroutine[2];
 * two[0] = new Coroutine(value -> { print(12); two[1].switchTo(); print(34); return null; });
 * two[1] = new Coroutine(value -> { print(56); two[0].switchTo(); print(78); return null; });
 * two[0].switchTo(); // 12, 56, 34
 * }</pre>
 *
 * <p>When a body ends, its coroutine is dead and its parent goes on: with what the body returned,
 * or by an exception that it let out. {@link GreenletExit} alone counts as a value. A parent that
 * is dead passes both on to its own; one that never ran is started by a value, and killed by an
 * exception. Exceptions arrive as the objects that they are, checked ones included, although no
 * method here declares them.
 *
 * <p>A coroutine may block like any greenlet (sleep, read a socket): the others of its thread stay
 * suspended, other threads go on. It has thread-locals of its own, which begin empty. An interrupt
 * of its thread does not end a switch; it is still set afterwards.
 *
 * <p>Threads: whichever coroutine of the thread has control; {@link #dead}, {@link #started} and
 * {@link #active} any. Blocks: the caller until it is switched to. Fails: {@link
 * WrongThreadException} for a coroutine of another thread.
 */
public final class Coroutine extends Turn implements AutoCloseable {
  private static final int NEW = 0;
  private static final int STARTED = 1;
  private static final int DEAD = 2;
  private static final ThreadLocal<Coroutine> CURRENT = new ThreadLocal<>();

  private final Group group;

  // plain fields: written by who has control
  private Coroutine parent;
  private Body body;
  private Thread thread;

  private volatile int state;

  /**
   * One that does not run yet; the current one is its parent.
   *
   * @param body what it runs
   */
  public Coroutine(Body body) {
    this(body, current());
  }

  /**
   * One that does not run yet.
   *
   * @param body what it runs
   * @param parent who gets its result
   * @throws WrongThreadException when the parent belongs to another thread
   */
  public Coroutine(Body body, Coroutine parent) {
    this.body = Objects.requireNonNull(body, "body");
    this.parent = Objects.requireNonNull(parent, "parent");
    group = parent.group;
    group.admit(current().group);
  }

  /** The root of a thread. */
  private Coroutine(Thread thread) {
    this.thread = thread;
    group = new Group(thread);
    state = STARTED;
  }

  /**
   * The one that has control in the calling thread: its root at first.
   *
   * @throws BlockingInHubException when this is code of a hub itself
   * @throws IllegalStateException when {@code java.lang} is closed to this library; the message
   *     names the option that opens it
   */
  public static Coroutine current() {
    Coroutine me = CURRENT.get();
    return me == null ? root() : me;
  }

  private static Coroutine root() {
    JavaLang.lookup(); // says what is missing, if so
    Thread thread = Thread.currentThread();
    if (!thread.isVirtual() && Hub.current() != null) {
      throw new BlockingInHubException();
    }
    Coroutine root = new Coroutine(thread);
    CURRENT.set(root);
    return root;
  }

  /**
   * Sees the switches of the calling thread from now on.
   *
   * @param tracer null: nobody
   * @return the one before; null when there was none
   */
  public static Tracer trace(Tracer tracer) {
    Group group = current().group;
    Tracer before = group.tracer;
    group.tracer = tracer;
    return before;
  }

  /** Who sees the switches of the calling thread; null when nobody does. */
  public static Tracer tracer() {
    return current().group.tracer;
  }

  /** As {@link #switchTo(Object)}, with null. */
  public Object switchTo() {
    return switchTo(null);
  }

  /** As {@link #switchTo(Object)}, with all of them in a list. */
  public Object switchTo(Object first, Object second, Object... others) {
    Object[] all = new Object[2 + others.length];
    all[0] = first;
    all[1] = second;
    System.arraycopy(others, 0, all, 2, others.length);
    return switchTo(Arrays.asList(all));
  }

  /**
   * Gives control to this one: starts it, or has its pending switch return {@code value}. A dead
   * one stands for its first living ancestor; a switch to the current one returns at once.
   *
   * @return what is handed back when somebody switches to the caller
   */
  public Object switchTo(Object value) {
    Coroutine me = current();
    group.admit(me.group);
    return me.pass(this, new Message(value, null, me));
  }

  /** Throws a {@link GreenletExit} into it. */
  public Object throwInto() {
    return throwInto(new GreenletExit());
  }

  /**
   * Gives control to this one by an exception out of its pending switch. One that never ran dies
   * unrun, and its parent gets the exception; so it is with a dead one. A {@link GreenletExit}
   * arrives at the parent as a value.
   *
   * @return as for {@link #switchTo(Object)}
   */
  public Object throwInto(Throwable thrown) {
    Objects.requireNonNull(thrown, "thrown");
    Coroutine me = current();
    group.admit(me.group);
    return me.pass(this, new Message(null, thrown, me));
  }

  /** Who gets its result; null for a root. */
  public Coroutine parent() {
    return parent;
  }

  /**
   * Changes who gets its result.
   *
   * @throws IllegalStateException for a root
   * @throws IllegalArgumentException when it would be its own ancestor
   * @throws WrongThreadException when one of the two belongs to another thread
   */
  public void parent(Coroutine changed) {
    Objects.requireNonNull(changed, "parent");
    Group mine = current().group;
    group.admit(mine);
    changed.group.admit(mine);
    if (parent == null) {
      throw new IllegalStateException("a root has no parent");
    }
    for (Coroutine ancestor = changed; ancestor != null; ancestor = ancestor.parent) {
      if (ancestor == this) {
        throw new IllegalArgumentException("cyclic parent chain");
      }
    }
    parent = changed;
  }

  /** True once it began to run. */
  public boolean started() {
    return state != NEW && !(state == DEAD && thread == null);
  }

  /** True after its end; a root is never dead. */
  public boolean dead() {
    return state == DEAD;
  }

  /** True while it has begun and not ended. */
  public boolean active() {
    return state == STARTED;
  }

  /** Where it is suspended, the innermost frame first; empty while it is not. */
  public StackTraceElement[] stackTrace() {
    group.admit(current().group);
    boolean suspended = state == STARTED && this != current();
    return suspended ? thread.getStackTrace() : new StackTraceElement[0];
  }

  /**
   * Ends it: {@link GreenletExit} is thrown into it, so that its {@code finally} blocks run, and
   * the caller becomes its parent. Nothing happens to a dead one. What else it lets out instead is
   * thrown here.
   *
   * @throws IllegalArgumentException when the caller descends from it
   */
  @Override
  public void close() {
    if (state != DEAD) {
      parent(current());
      throwInto();
    }
  }

  @Override
  public String toString() {
    String is = state == NEW ? "pending" : state == DEAD ? "dead" : "active";
    return "coroutine " + Integer.toHexString(hashCode()) + " " + is;
  }

  /** Called by the current one: gives control away, and returns when it comes back. */
  private Object pass(Coroutine to, Message message) {
    if (handOver(to, message) != this) {
      awaitTurn();
    }
    return receive();
  }

  /** Gives control to the first who can take it; whoever calls has it no more. */
  private Coroutine handOver(Coroutine to, Message sent) {
    Coroutine target = to;
    Message message = sent;
    while (target.state == DEAD || (target.state == NEW && message.thrown() != null)) {
      message = message.beyondTheDead();
      target.die();
      target = target.parent;
    }
    if (target.state == NEW) {
      target.start(message);
    } else {
      if (target == this) {
        leave(message);
      } else {
        target.give(message, target.thread);
      }
    }
    return target;
  }

  private void start(Message first) {
    thread = group.hub().pinned(VirtualThreads.NO_INHERIT, this::run);
    leave(first);
    state = STARTED;
    thread.start();
  }

  private void run() {
    CURRENT.set(this);
    Body whole = body;
    body = null;
    Message last;
    try {
      last = new Message(whole.run(receive()), null, this);
    } catch (Throwable thrown) {
      last = new Message(null, thrown, this).beyondTheDead();
    }
    die();
    handOver(parent, last);
  }

  private void die() {
    state = DEAD;
    body = null;
  }

  private Object receive() {
    Message message = take();
    group.trace(message, this);
    return message.open();
  }
}
