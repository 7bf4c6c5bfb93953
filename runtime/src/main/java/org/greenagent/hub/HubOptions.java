package org.greenagent.hub;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * How a set of hubs is to work.
 *
 * @param hubs how many, at least 1
 * @param handoffNanos a greenlet that holds its hub for so long loses it; 0: never, not even when
 *     it announces that it will block
 * @param carriersWarn from so many OS threads beyond one for each hub on, {@code warn} is told,
 *     once
 * @param chaos about once in so many switches the hub is taken away for no reason; 0: never
 * @param prepare sees each OS thread of ours before it is started
 * @param warn takes messages of one line; called on any thread
 * @param known the thread that the program knows a virtual thread by; called on any thread
 * @param natives tells which OS threads of ours sleep in native code, so that their hubs need not
 *     wait for {@code handoffNanos}; null: nobody does
 * @param monitors the list of those that a monitor was given free for, which hubs may take when
 *     there are many; null: the JDK alone takes it
 * @param watching what else is looked for
 */
public record HubOptions(
    int hubs,
    long handoffNanos,
    int carriersWarn,
    int chaos,
    Consumer<Thread> prepare,
    Consumer<String> warn,
    UnaryOperator<Thread> known,
    NativeCalls natives,
    MonitorList monitors,
    Watching watching) {

  /** Refuses numbers that make no sense. */
  public HubOptions {
    if (hubs < 1 || handoffNanos < 0 || carriersWarn < 0 || chaos < 0) {
      throw new IllegalArgumentException("a number is too small");
    }
    Objects.requireNonNull(prepare);
    Objects.requireNonNull(warn);
    Objects.requireNonNull(known);
    Objects.requireNonNull(watching);
  }

  /** For programs that know their virtual threads as what they are, and ask for nothing else. */
  public HubOptions(
      int hubs,
      long handoffNanos,
      int carriersWarn,
      int chaos,
      Consumer<Thread> prepare,
      Consumer<String> warn) {
    this(hubs, handoffNanos, carriersWarn, chaos, prepare, warn, Watching.NOTHING);
  }

  /** For programs that know their virtual threads as what they are. */
  public HubOptions(
      int hubs,
      long handoffNanos,
      int carriersWarn,
      int chaos,
      Consumer<Thread> prepare,
      Consumer<String> warn,
      Watching watching) {
    this(
        hubs, handoffNanos, carriersWarn, chaos, prepare, warn, new Itself(), null, null, watching);
  }

  /** No lambda: this is made while the agent starts. */
  private record Itself() implements UnaryOperator<Thread> {
    @Override
    public Thread apply(Thread thread) {
      return thread;
    }
  }
}
