package org.greenagent.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The processes of this machine, as the kernel shows them; none is disturbed. */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final String AGENT = "-javaagent:";
  private static final String PREMAIN = "org.greenagent.agent.Premain";
  private static final Set<String> WITH_VALUE =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules");
  private static final List<String> FROM_ENVIRONMENT =
      List.of("JAVA_TOOL_OPTIONS=", "JDK_JAVA_OPTIONS=");

  private Processes() {}

  static boolean exists(long pid) {
    return Files.isDirectory(PROC.resolve(String.valueOf(pid)));
  }

  /** Whether a JVM runs in it; an exception when that may not be looked at. */
  static boolean runsJava(long pid) throws IOException {
    Path maps = PROC.resolve(pid + "/maps");
    return new String(Files.readAllBytes(maps), StandardCharsets.ISO_8859_1).contains("/libjvm.so");
  }

  /** Those under the agent, for people who gave another one: the end of a sentence. */
  static String choices() {
    TreeMap<Long, String> found = new TreeMap<>();
    try (Stream<Path> processes = Files.list(PROC)) {
      processes
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .map(Long::valueOf)
          .filter(Processes::startedWithAgent)
          .filter(Processes::mayBeLookedAt)
          .forEach(pid -> found.put(pid, program(words(pid, "cmdline"))));
    } catch (IOException e) {
      // then there is nothing to offer
    }
    return found.isEmpty()
        ? "no process of yours runs under the agent"
        : found.entrySet().stream()
            .map(one -> one.getKey() + " (" + one.getValue() + ")")
            .collect(Collectors.joining(", ", "under the agent: ", ""));
  }

  /** Everybody may read a command line, but only its own user may look into a process. */
  private static boolean mayBeLookedAt(long pid) {
    try {
      return runsJava(pid);
    } catch (IOException e) {
      return false;
    }
  }

  /** What the command line says is run. */
  static String program(long pid) {
    return program(words(pid, "cmdline"));
  }

  /** Of a command line of {@code java}: its main class, module or jar. */
  static String program(List<String> line) {
    for (int i = 1; i < line.size(); i++) {
      String word = line.get(i);
      boolean last = i + 1 == line.size();
      if (!last && (word.equals("-jar") || word.equals("-m") || word.equals("--module"))) {
        return line.get(i + 1).replaceAll(".*/(?=[^/]+\\.jar$)", "");
      }
      if (WITH_VALUE.contains(word)) {
        i++;
      } else if (!word.startsWith("-") && !word.startsWith("@")) {
        return word;
      }
    }
    return line.isEmpty() ? "?" : line.getFirst();
  }

  /** Whether its command line or its environment gives it the agent. */
  static boolean startedWithAgent(long pid) {
    List<String> options = new ArrayList<>(words(pid, "cmdline"));
    for (String variable : words(pid, "environ")) {
      if (FROM_ENVIRONMENT.stream().anyMatch(variable::startsWith)) {
        options.addAll(List.of(variable.substring(variable.indexOf('=') + 1).split("\\s+", -1)));
      }
    }
    return namesAgent(pid, options);
  }

  /** Whether one of those options of a JVM gives it the agent. */
  static boolean namesAgent(long pid, List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(AGENT))
        .map(option -> option.substring(AGENT.length()).replaceAll("=.*", ""))
        .anyMatch(jar -> isAgent(PROC.resolve(pid + "/cwd").resolve(jar)));
  }

  private static boolean isAgent(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      return PREMAIN.equals(jar.getManifest().getMainAttributes().getValue("Premain-Class"));
    } catch (IOException | RuntimeException e) {
      // in another file system, or gone since
      return path.getFileName().toString().startsWith("green-agent");
    }
  }

  private static List<String> words(long pid, String file) {
    try {
      byte[] bytes = Files.readAllBytes(PROC.resolve(pid + "/" + file));
      return Stream.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1))
          .filter(word -> !word.isEmpty())
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
