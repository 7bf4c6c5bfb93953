package org.greenagent.config;

/**
 * What a {@link ThreadPattern} can ask about a thread that is about to start. Each answer may be
 * computed when asked for; null stands for unknown and matches nothing.
 */
public interface ThreadTraits {
  /** The binary name of the thread's class. */
  String className();

  /** The thread's name. */
  String name();

  /** The name of the thread's group. */
  String groupName();

  /** The binary name of the class of the {@code Runnable} it was made with. */
  String taskClassName();

  /** The binary name of the class of the thread factory of the executor that it works for. */
  String factoryClassName();
}
