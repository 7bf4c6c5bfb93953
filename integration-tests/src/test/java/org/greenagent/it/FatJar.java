package org.greenagent.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.loader.tools.Library;
import org.springframework.boot.loader.tools.LibraryScope;
import org.springframework.boot.loader.tools.Repackager;

/** A runnable jar with nested jars, made by Spring Boot's own tool as its Maven plugin does. */
final class FatJar {
  private static final Pattern NESTED =
      Pattern.compile(
          "/(org/springframework|com/fasterxml|io/micrometer|org/apache/tomcat|jakarta|org/yaml)/");

  private FatJar() {}

  /** Packs the compiled programs and Spring Boot into a jar that starts this class. */
  static Path of(String mainClass, Path folder) throws IOException {
    Path plain = folder.resolve("plain.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plain))) {
      for (String name : Places.entries(Places.classes())) {
        if (name.startsWith("programs/") && name.endsWith(".class")) {
          jar.putNextEntry(new JarEntry(name));
          Files.copy(Places.classes().resolve(name), jar);
        }
      }
    }
    Path packed = folder.resolve("application.jar");
    Repackager repackager = new Repackager(plain.toFile());
    repackager.setMainClass(mainClass);
    repackager.repackage(
        packed.toFile(),
        library -> {
          for (File file : libraries()) {
            library.library(new Library(file, LibraryScope.RUNTIME));
          }
        });
    return packed;
  }

  private static List<File> libraries() {
    return Stream.of(Places.classPathWithLibraries().split(File.pathSeparator))
        .filter(path -> NESTED.matcher(path).find())
        .map(File::new)
        .toList();
  }
}
