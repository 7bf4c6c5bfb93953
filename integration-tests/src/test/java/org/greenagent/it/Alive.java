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

  /** What a thread is made of, what a descriptor is made of, and all that the agent has. */
  private static final Pattern WATCHED =
      Pattern.compile(
          ".*(Thread|Continuation|StackChunk|Descriptor|Socket|Cleanable|ThreadLocal).*"
              + "|java\\.lang\\.Green.*|org\\.greenagent\\..*");

  static Alive in(Jvm.Running running) {
    String pid = String.valueOf(running.process().pid());
    Run histogram = Command.run(Places.tool("jcmd"), pid, "GC.class_histogram").expect(0);
    Map<String, Long> objects = new HashMap<>();
    Matcher lines = LINE.matcher(histogram.out());
    while (lines.find()) {
      objects.merge(lines.group(2), Long.valueOf(lines.group(1)), Long::sum);
    }
    return new Alive(Path.of("/proc", pid, "fd").toFile().list().length, objects);
  }

  /**
   * What has grown since then, by how much.
   *
   * @param watched so many more threads, descriptors and objects of the agent's are none
   * @param others so many more of any other class are none
   */
  Map<String, Long> grownSince(Alive before, long watched, long others) {
    Map<String, Long> grown = new TreeMap<>();
    long files = descriptors - before.descriptors;
    if (files > watched) {
      grown.put("descriptors", files);
    }
    objects.forEach((type, count) -> {
      long more = count - before.objects.getOrDefault(type, 0L);
      if (more > (WATCHED.matcher(type).matches() ? watched : others)) {
        grown.put(type, more);
      }
    });
    return grown;
  }
}
