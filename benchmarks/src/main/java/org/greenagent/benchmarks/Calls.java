package org.greenagent.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The system calls of one process.
 *
 * @param byName how often each was called
 * @param all of them
 * @param emptyReads reads that found nothing
 */
record Calls(Map<String, Long> byName, long all, long emptyReads) {

  /** What reads from sockets, files and wake-up descriptors. */
  static final Set<String> READS = Set.of("read", "readv", "recvfrom", "recvmsg");

  /** What writes to them. */
  static final Set<String> WRITES =
      Set.of("write", "writev", "sendto", "sendmsg", "sendfile", "sendfile64");

  /** What waits at an epoll descriptor. */
  static final Set<String> WAITS = Set.of("epoll_wait", "epoll_pwait", "epoll_pwait2");

  /** What else is counted by name. */
  static final Set<String> OTHERS = Set.of("epoll_ctl", "futex");

  /** All that are shown by name. */
  static final List<Set<String>> SHOWN = List.of(READS, WRITES, WAITS, OTHERS);

  Calls {
    byName = Map.copyOf(byName);
  }

  /** How often these were called together. */
  long of(Set<String> names) {
    return names.stream().mapToLong(name -> byName.getOrDefault(name, 0L)).sum();
  }

  /** How often those were that are not shown by name. */
  long rest() {
    return all - SHOWN.stream().mapToLong(this::of).sum();
  }
}
