package org.greenagent.management;

import java.util.List;
import java.util.Map;

/** The greenlets of a program that runs under the agent, and what the agent does. */
public interface GreenMXBean {
  /** The patches in force. */
  List<String> getPatches();

  /** The settings that were given, by property. */
  Map<String, String> getSettings();

  /** How many hubs there are. */
  int getHubs();

  /** How many OS threads there are for the hubs and for greenlets that lost theirs. */
  int getCarriers();

  /** How many greenlets live. */
  int getGreenlets();

  /** How many threads have become greenlets; the program's own virtual threads do not count. */
  long getStartedGreenlets();

  /**
   * Greenlets by what they do: {@code RUNNABLE}, {@code IO} (waits for a descriptor), {@code
   * WAITING}, {@code TIMED_WAITING}, {@code BLOCKED} (waits for a monitor).
   */
  Map<String, Integer> getGreenletsByState();

  /** Greenlets by start site: the class of the thread, or of its task; those with most first. */
  Map<String, Integer> getGreenletsBySite();

  /** How many times a hub was moved to another OS thread. */
  long getHandoffs();

  /** Moves of hubs by reason. */
  Map<String, Long> getHandoffsByReason();

  /** Moves of hubs by the start site of who held them; those with most first. */
  Map<String, Long> getHandoffsBySite();

  /** How many tasks OS threads of the library's {@code ThreadPool}s have begun. */
  long getOffloads();

  /**
   * All greenlets as a text: who started whom, what each waits for, and where it stands.
   *
   * @param frames at most so many frames of each stack
   */
  String dump(int frames);
}
