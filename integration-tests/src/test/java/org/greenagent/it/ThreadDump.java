package org.greenagent.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a hung JVM can still tell: OS threads by jstack, virtual ones by jcmd. */
final class ThreadDump {
  private static final int LONGEST = 60_000;

  private ThreadDump() {}

  /** Both dumps as one text; says so where the JVM does not answer within ten seconds. */
  static String of(Process process) {
    String pid = String.valueOf(process.pid());
    Path folder = Places.newFolder("dump");
    Path virtual = folder.resolve("threads.txt");
    String jcmd = tool(folder, "jcmd", pid, "Thread.dump_to_file", virtual.toString());
    String dump = Files.exists(virtual) ? text(virtual) : jcmd;
    return "--- Thread.dump_to_file\n" + dump + "--- jstack\n" + tool(folder, "jstack", "-l", pid);
  }

  private static String tool(Path folder, String name, String... args) {
    String[] command = new String[args.length + 1];
    command[0] = Places.tool(name);
    System.arraycopy(args, 0, command, 1, args.length);
    Path output = folder.resolve(name);
    try {
      Process tool =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!tool.waitFor(10, TimeUnit.SECONDS)) {
        tool.destroyForcibly();
        return name + " got no answer\n";
      }
      return text(output);
    } catch (IOException e) {
      return name + ": " + e + "\n";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return name + " was interrupted\n";
    }
  }

  private static String text(Path file) {
    try {
      String text = Files.readString(file);
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\n(cut; " + file + ")";
    } catch (IOException e) {
      return e + "\n";
    }
  }
}
