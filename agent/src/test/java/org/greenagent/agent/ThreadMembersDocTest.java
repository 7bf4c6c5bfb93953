package org.greenagent.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of Thread's members has a row for each that this JDK has, and for no other. */
class ThreadMembersDocTest {
  private static final Path PAGE =
      Path.of(System.getProperty("docs", "../docs")).resolve("thread-members.md");
  private static final Path PROGRAMS =
      Path.of("..", "integration-tests", "src", "test", "java").toAbsolutePath().normalize();
  private static final Pattern MEMBER = Pattern.compile("^\\| `([^`]+)` \\|.*");
  private static final Pattern SHOWN = Pattern.compile("`([^`]+)`");

  @Test
  void hasARowForEachMember() throws IOException {
    List<String> rows = new ArrayList<>();
    for (String line : section("## Members of Thread", "## Where")) {
      Matcher row = MEMBER.matcher(line);
      if (row.matches()) {
        rows.add(row.group(1));
      }
    }

    assertThat(rows).containsExactlyInAnyOrderElementsOf(members());
  }

  @Test
  void namesProgramsThatAreThere() throws IOException {
    for (String line : section("## Members of Thread", "\0")) {
      String[] cells = line.split(" \\| ", -1);
      if (cells.length == 3 && !cells[2].startsWith("Shown")) {
        Matcher shown = SHOWN.matcher(cells[2]);
        assertThat(shown.find()).as(line).isTrue();
        do {
          assertThat(source(shown.group(1))).exists();
        } while (shown.find());
      }
    }
  }

  private static Path source(String shown) {
    String path = shown.replace('.', '/') + ".java";
    return PROGRAMS.resolve(shown.endsWith("IT") ? "org/greenagent/it" : "programs").resolve(path);
  }

  private static List<String> section(String begin, String end) throws IOException {
    List<String> lines = Files.readAllLines(PAGE);
    int first = lines.indexOf(begin);
    assertThat(first).as(begin).isNotNegative();
    return lines.subList(first, lines.size()).stream()
        .takeWhile(line -> !line.startsWith(end))
        .toList();
  }

  private static List<String> members() {
    List<String> members = new ArrayList<>();
    add(members, "", Thread.class);
    add(members, "Builder.", Thread.Builder.class);
    add(members, "Builder.OfPlatform.", Thread.Builder.OfPlatform.class);
    return members;
  }

  /** Adds what the type declares itself and is not a narrower return type of a known member. */
  private static void add(List<String> members, String prefix, Class<?> type) {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(members, constructor, prefix + type.getSimpleName() + parameters(constructor));
    }
    for (Method method : type.getDeclaredMethods()) {
      String name = method.getName() + parameters(method);
      if (!method.isSynthetic() && !members.contains("Builder." + name)) {
        add(members, method, prefix + name);
      }
    }
    for (Field field : type.getDeclaredFields()) {
      add(members, field, prefix + field.getName());
    }
  }

  private static void add(List<String> members, Member member, String name) {
    if ((member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0) {
      members.add(name);
    }
  }

  private static String parameters(Executable member) {
    return Arrays.stream(member.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", "(", ")"));
  }
}
