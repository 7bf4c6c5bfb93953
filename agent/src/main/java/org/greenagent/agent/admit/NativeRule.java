package org.greenagent.agent.admit;

import java.util.List;

/**
 * Threads that stay OS threads whatever the settings say, by the class of the thread or of its
 * task.
 *
 * @param prefixes what the binary name of the class begins with
 * @param reason one sentence for the documentation
 */
public record NativeRule(List<String> prefixes, String reason) {
  /** Every rule by class, in the order of the documentation. */
  public static final List<NativeRule> ALL =
      List.of(
          new NativeRule(
              List.of("java.util.concurrent.ForkJoin", "java.util.concurrent.DelayScheduler"),
              "They are the JDK's schedulers: they park by themselves, and greenlets wait for"
                  + " them."),
          new NativeRule(
              List.of("java.lang.", "jdk.internal."),
              "The JDK's own: cleaners, the process reaper, carriers, signal handlers."),
          new NativeRule(
              List.of("sun.misc."), "Signal handlers: they must run while every hub is busy."),
          new NativeRule(
              List.of("sun.nio."),
              "Asynchronous channels and file watchers: they sit in a native wait of their own."),
          new NativeRule(
              List.of(
                  "jdk.jfr.",
                  "jdk.management.",
                  "sun.management.",
                  "com.sun.jmx.",
                  "javax.management.",
                  "sun.tools.attach.",
                  "com.sun.tools.attach."),
              "Diagnostics must not depend on what they look at."),
          new NativeRule(
              List.of(
                  "java.awt.", "sun.awt.", "sun.java2d.", "javax.swing.", "com.sun.java.swing."),
              "Desktop threads belong to the native window system."),
          new NativeRule(
              List.of(
                  "org.greenagent.agent.",
                  "org.greenagent.hub.",
                  "org.greenagent.loop.",
                  "org.greenagent.util.",
                  "org.greenagent.vthread."),
              "The agent's own."),
          new NativeRule(
              List.of("reactor.blockhound.TestThread"),
              "BlockHound's check of itself: it must see that thread in the JDK's native methods."),
          new NativeRule(
              List.of("org.greenagent.pool.NativeWorker"),
              "The library's ThreadPool is there for work that would hold a hub up."));

  /** Of those prefixes, what is ordinary code all the same. */
  private static final List<String> ORDINARY = List.of("jdk.internal.net.http.");

  /** The rule that names that class; null when none does, as for Thread itself. */
  static NativeRule of(Class<?> type) {
    if (type == Thread.class) {
      return null;
    }
    String name = type.getName();
    for (int i = 0; i < ALL.size(); i++) {
      NativeRule rule = ALL.get(i);
      if (begins(name, rule.prefixes)) {
        return begins(name, ORDINARY) ? null : rule;
      }
    }
    return null;
  }

  private static boolean begins(String name, List<String> prefixes) {
    for (int i = 0; i < prefixes.size(); i++) {
      if (name.startsWith(prefixes.get(i))) {
        return true;
      }
    }
    return false;
  }
}
