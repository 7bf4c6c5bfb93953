package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tools' main methods share: help, bad arguments in one line, and where the report goes.
 */
final class Tool {

  private static final int USAGE = 2;

  private Tool() {}

  /** Makes a report from the arguments. */
  @FunctionalInterface
  interface Report {

    /** The report in Markdown; progress goes to the error output. */
    String make(Options options) throws Exception;
  }

  /**
   * Runs a tool and answers its exit status. The options {@code help} and {@code out} are
   * understood for all.
   */
  static int run(
      String name,
      String help,
      List<String> valued,
      List<String> flags,
      Report report,
      String... args) {
    try {
      Options options = Options.read(joined(valued, "out"), joined(flags, "help"), args);
      if (options.has("help")) {
        System.out.print(help);
        return 0;
      }
      String text = report.make(options);
      if (options.has("out")) {
        Files.writeString(Path.of(options.text("out", "")), text);
      } else {
        System.out.print(text);
      }
      return 0;
    } catch (Options.Bad bad) {
      System.err.println(name + ": " + bad.getMessage());
      return USAGE;
    } catch (IOException failed) {
      System.err.println(name + ": " + failed.getMessage());
      return 1;
    } catch (Exception failed) {
      System.err.println(name + ": " + failed);
      return 1;
    }
  }

  /** All these names. */
  static List<String> joined(List<String> names, String... more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(List.of(more));
    return all;
  }

  /** Tells how far it is, on the error output. */
  static void progress(String what) {
    System.err.println(what);
  }
}
