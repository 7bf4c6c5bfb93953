package org.greenagent.agent;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.greenagent.agent.access.AgentJar;

/**
 * Replaces this process by {@code execv} with a JVM that has the agent. The program then has this
 * process' id, terminal and open files, gets its signals, and its exit status is the process'.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts the program whose {@code java} arguments are given; does not return.
   *
   * @throws IOException when the process cannot be replaced
   */
  public static void launch(String[] arguments) throws Throwable {
    Path self = Path.of("/proc/self");
    byte[] line = Files.readAllBytes(self.resolve("cmdline"));
    List<String> old = Arrays.asList(new String(line, StandardCharsets.UTF_8).split("\0", -1));
    Path jar = AgentJar.file().toPath();
    List<String> command = command(old.subList(0, old.size() - 1), List.of(arguments), jar);
    exec(Files.readSymbolicLink(self.resolve("exe")).toString(), command);
  }

  /**
   * The command line of the new JVM: the options of this one, the agent, the program.
   *
   * @param old the command line of this process
   * @param arguments the arguments of its main class, with which {@code old} ends
   * @param jar the agent
   */
  static List<String> command(List<String> old, List<String> arguments, Path jar) {
    List<String> command = new ArrayList<>();
    int own = old.size() - arguments.size();
    if (own > 0 && old.subList(own, old.size()).equals(arguments)) {
      boolean byJar = own >= 2 && old.get(own - 2).equals("-jar");
      command.addAll(old.subList(0, own - (byJar ? 2 : 1)));
    } else {
      // the command line stood in an argument file: its options are not known here
      command.add(old.getFirst());
    }
    command.add("-javaagent:" + jar);
    command.addAll(arguments);
    return command;
  }

  // the jar's manifest enables native access
  @SuppressWarnings("restricted")
  private static void exec(String file, List<String> command) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle execv =
        linker.downcallHandle(
            linker.defaultLookup().find("execv").orElseThrow(),
            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment argv = arena.allocate(ValueLayout.ADDRESS, command.size() + 1L);
      for (int i = 0; i < command.size(); i++) {
        argv.setAtIndex(ValueLayout.ADDRESS, i, arena.allocateFrom(command.get(i)));
      }
      int result = (int) execv.invokeExact(arena.allocateFrom(file), argv);
      throw new IOException("execv of " + file + " returned " + result);
    }
  }
}
