package org.greenagent.it;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that becomes another one, to which the kernel refuses one system call: a filter
 * (seccomp) stays when the process is replaced.
 */
final class Refusing {
  /** Status of a process that was not allowed to filter its own system calls. */
  static final int NO_FILTERS = 77;

  private static final Map<String, Map<String, Integer>> NUMBERS =
      Map.of(
          "amd64", Map.of("epoll_create1", 291, "eventfd2", 290),
          "aarch64", Map.of("epoll_create1", 20, "eventfd2", 19));

  private static final int PR_SET_SECCOMP = 22;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SECCOMP_MODE_FILTER = 2;
  private static final int LOAD_WORD = 0x20;
  private static final int JUMP_IF_EQUAL = 0x15;
  private static final int RETURN = 0x06;
  private static final int ALLOW = 0x7fff0000;
  private static final int REFUSE = 0x00050000 | 1; // EPERM
  private static final int INSTRUCTION = 8;

  private Refusing() {}

  /** The command line that runs {@code command} without that system call. */
  static List<String> command(String systemCall, List<String> command) {
    List<String> line = new ArrayList<>(List.of(Places.tool("java")));
    line.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", Places.classes().toString()));
    line.addAll(List.of(Refusing.class.getName(), systemCall));
    line.addAll(command);
    return line;
  }

  /** Refuses the first argument's system call and runs the rest. */
  public static void main(String[] args) throws Throwable {
    int number = NUMBERS.get(System.getProperty("os.arch")).get(args[0]);
    MethodHandle prctl =
        call(
            "prctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    MethodHandle execvp = call("execvp", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment none = MemorySegment.NULL;
      int first = (int) prctl.invokeExact(PR_SET_NO_NEW_PRIVS, 1L, none, 0L, 0L);
      MemorySegment filter = filter(arena, number);
      long mode = SECCOMP_MODE_FILTER;
      int second = (int) prctl.invokeExact(PR_SET_SECCOMP, mode, filter, 0L, 0L);
      if (first != 0 || second != 0) {
        System.exit(NO_FILTERS);
      }
      MemorySegment argv = arena.allocate(ADDRESS, args.length);
      for (int i = 1; i < args.length; i++) {
        argv.setAtIndex(ADDRESS, i - 1, arena.allocateFrom(args[i], StandardCharsets.UTF_8));
      }
      int failed = (int) execvp.invokeExact(arena.allocateFrom(args[1]), argv);
      throw new AssertionError("execvp returned " + failed);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle call(
      String function, FunctionDescriptor type, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().find(function).orElseThrow(), type, options);
  }

  /** The kernel's {@code sock_fprog} with the number of the call at offset 0 of its data. */
  private static MemorySegment filter(Arena arena, int number) {
    MemorySegment code = arena.allocate(4 * INSTRUCTION, Long.BYTES);
    instruction(code, 0, LOAD_WORD, 0, 0);
    instruction(code, 1, JUMP_IF_EQUAL, 1, number);
    instruction(code, 2, RETURN, 0, REFUSE);
    instruction(code, 3, RETURN, 0, ALLOW);
    MemorySegment program = arena.allocate(2 * ADDRESS.byteSize(), Long.BYTES);
    program.set(JAVA_SHORT, 0, (short) 4);
    program.set(ADDRESS, ADDRESS.byteSize(), code);
    return program;
  }

  /** One instruction; {@code otherwise}: how many are skipped when a comparison fails. */
  private static void instruction(
      MemorySegment code, int index, int operation, int otherwise, int value) {
    long at = (long) index * INSTRUCTION;
    code.set(JAVA_SHORT, at, (short) operation);
    code.set(JAVA_BYTE, at + 2, (byte) 0);
    code.set(JAVA_BYTE, at + 3, (byte) otherwise);
    code.set(JAVA_INT, at + 4, value);
  }
}
