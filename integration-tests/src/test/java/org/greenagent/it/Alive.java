package org.greenagent.it;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM keeps.
 *
 * @param descriptors how many are open
 * @param objects how many of each class are live, after a full collection
 */
record Alive(long descriptors, Map<String, Long> objects) {
  private static final Pattern LINE =
      Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +(\\S+)", Pattern.MULTILINE);

  static final String THREAD = "java.lang.Thread";

  /** What differs between two JVMs in the name of one hidden class. */
  private static final Pattern ADDRESS = Pattern.compile("/0x[0-9a-f]+$");

  /** More than pools and idle connections keep; one lost at every hundredth request is more. */
  private static final long FEW = 60;

  /** What caches may grow by. */
  private static final long SOME = 500;

  /** The last connections are being closed, cleaners have their turn. */
  private static final int LOOKS = 10;

  /** What a thread is made of, what a descriptor is made of, and all that the agent has. */
  private static final Pattern WATCHED =
      Pattern.compile(
          "descriptors|.*(Thread|Continuation|StackChunk|Descriptor|Socket|Cleanable|ThreadLocal).*"
              + "|java\\.lang\\.Green.*|org\\.greenagent\\..*");

  static Alive in(Jvm.Running running) {
    String pid = String.valueOf(running.process().pid());
    Run histogram =
        Command.run(Places.tool("jcmd"), "-J-XX:TieredStopAtLevel=1", pid, "GC.class_histogram")
            .expect(0);
    Map<String, Long> objects = new HashMap<>();
    Matcher lines = LINE.matcher(histogram.out());
    while (lines.find()) {
      objects.merge(
          ADDRESS.matcher(lines.group(2)).replaceFirst(""),
          Long.valueOf(lines.group(1)),
          Long::sum);
    }
    return new Alive(Path.of("/proc", pid, "fd").toFile().list().length, objects);
  }

  /** What that JVM has more of than it had then, by how much. */
  Map<String, Long> growthIn(Jvm.Running running) {
    return in(running).since(this);
  }

  /**
   * What that JVM has clearly more of than it had then: more than a few threads, descriptors and
   * objects of the agent's, more than some of any other class.
   *
   * @param usual what such a program keeps anyhow; twice as much is none
   */
  Map<String, Long> grownIn(Jvm.Running running, Map<String, Long> usual) {
    Map<String, Long> grown = more(running, usual);
    for (int i = 1; i < LOOKS && !grown.isEmpty(); i++) {
      grown = more(running, usual);
    }
    return grown;
  }

  private Map<String, Long> more(Jvm.Running running, Map<String, Long> usual) {
    Map<String, Long> grown = growthIn(running);
    grown.entrySet().removeIf(each -> each.getValue() <= most(each.getKey(), usual));
    return grown;
  }

  /** The stock JDK makes threads of other things: as many of each as there are more threads. */
  private static long most(String type, Map<String, Long> usual) {
    long kept = usual.getOrDefault(type, 0L);
    return WATCHED.matcher(type).matches()
        ? FEW + 2 * Math.max(kept, usual.getOrDefault(THREAD, 0L))
        : SOME + 2 * kept;
  }

  private Map<String, Long> since(Alive before) {
    Map<String, Long> grown = new TreeMap<>();
    grown.put("descriptors", descriptors - before.descriptors);
    objects.forEach(
        (type, count) -> grown.put(type, count - before.objects.getOrDefault(type, 0L)));
    grown.values().removeIf(more -> more <= 0);
    return grown;
  }
}
