package org.greenagent.commands;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;

/**
 * Where tables are shown one after the other: a terminal, each in the place of the last, or any
 * other output, each below the last.
 */
abstract class Screen implements AutoCloseable {
  /** That of standard output. */
  static Screen open(PrintWriter out) {
    return isTerminal(1) ? new Terminal(out) : new Plain(out);
  }

  private static boolean isTerminal(int fd) {
    try {
      String file = Files.readSymbolicLink(Path.of("/proc/self/fd/" + fd)).toString();
      return file.startsWith("/dev/pts/") || file.matches("/dev/(tty|console).*");
    } catch (IOException e) {
      return false;
    }
  }

  abstract void show(List<String> lines);

  /**
   * Waits for the next period.
   *
   * @param ends is told each key that is pressed, and whether it ends the view
   * @return true when the view is over
   */
  abstract boolean await(long nanos, IntPredicate ends);

  @Override
  public void close() {}

  private static void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A file, a pipe. */
  private static final class Plain extends Screen {
    private final PrintWriter out;
    private boolean shown;

    Plain(PrintWriter out) {
      this.out = out;
    }

    @Override
    void show(List<String> lines) {
      if (shown) {
        out.println();
      }
      shown = true;
      lines.forEach(out::println);
      out.flush();
    }

    @Override
    boolean await(long nanos, IntPredicate ends) {
      sleep(nanos);
      return Thread.currentThread().isInterrupted() || out.checkError();
    }
  }

  /** One that understands what nearly all have understood since the VT100. */
  private static final class Terminal extends Screen {
    private static final String ENTER = "\033[?1049h\033[?25l\033[H\033[2J";
    private static final String LEAVE = "\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String END_OF_LINE = "\033[K";
    private static final String END_OF_SCREEN = "\033[J";
    private static final List<Integer> USUAL = List.of(24, 80);

    private final PrintWriter out;
    private final BlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    private final String modes;
    private final Thread restores = new Thread(this::restore);
    private List<String> last = List.of();

    Terminal(PrintWriter out) {
      this.out = out;
      modes = stty("-g");
      Runtime.getRuntime().addShutdownHook(restores);
      if (!modes.isEmpty()) {
        stty("-icanon", "-echo", "min", "1", "time", "0");
        Thread reads = new Thread(this::read, "keys");
        reads.setDaemon(true);
        reads.start();
      }
      out.print(ENTER);
      out.flush();
    }

    private void read() {
      try {
        for (int key = System.in.read(); key >= 0; key = System.in.read()) {
          keys.add(key);
        }
      } catch (IOException e) {
        // no more keys then
      }
    }

    @Override
    boolean await(long nanos, IntPredicate ends) {
      long end = System.nanoTime() + nanos;
      try {
        for (long left = nanos; left > 0; left = end - System.nanoTime()) {
          Integer key = keys.poll(left, TimeUnit.NANOSECONDS);
          if (key != null && ends.test(key)) {
            return true;
          }
        }
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }

    @Override
    void show(List<String> lines) {
      last = lines;
      List<Integer> size = size();
      StringBuilder text = new StringBuilder(HOME);
      int shown = Math.min(lines.size(), size.get(0));
      for (int i = 0; i < shown; i++) {
        String line = lines.get(i);
        text.append(line, 0, Math.min(line.length(), size.get(1))).append(END_OF_LINE);
        text.append(i + 1 < shown ? "\r\n" : "");
      }
      out.print(text.append(END_OF_SCREEN));
      out.flush();
    }

    private static List<Integer> size() {
      String[] size = stty("size").split(" ", -1);
      boolean known = size.length == 2 && !size[0].equals("0") && !size[1].equals("0");
      return known ? List.of(Integer.valueOf(size[0]), Integer.valueOf(size[1])) : USUAL;
    }

    /** What {@code stty} says; nothing when standard input is no terminal. */
    private static String stty(String... arguments) {
      List<String> command = new ArrayList<>(List.of("stty"));
      command.addAll(List.of(arguments));
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        return process.waitFor() == 0 ? new String(said, StandardCharsets.US_ASCII).strip() : "";
      } catch (IOException e) {
        return "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "";
      }
    }

    private void restore() {
      out.print(LEAVE);
      out.flush();
      if (!modes.isEmpty()) {
        stty(modes);
      }
    }

    /** Leaves the last table on the screen that was there before. */
    @Override
    public void close() {
      Runtime.getRuntime().removeShutdownHook(restores);
      restore();
      last.forEach(out::println);
      out.flush();
    }
  }
}
