package programs.review;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import programs.Cases;

/** A thread that sits in a read of a named pipe or in a file lock comes out of it. */
public final class FileWaits {
  private FileWaits() {}

  /** Runs all cases; with an argument, locks that file and waits for the end of the input. */
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      hold(Path.of(args[0]));
      return;
    }
    Path directory = Files.createTempDirectory("waits");
    Path fifo = directory.resolve("fifo");
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    for (boolean close : new boolean[] {true, false}) {
      FileChannel pipe = FileChannel.open(fifo, StandardOpenOption.READ, StandardOpenOption.WRITE);
      end("read", pipe, close, () -> pipe.read(ByteBuffer.allocate(1)), "read");
    }
    Path file = Files.createFile(directory.resolve("locked"));
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process holder =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                FileWaits.class.getName(),
                file.toString())
            .start();
    System.out.println(holder.inputReader().readLine());
    for (boolean close : new boolean[] {true, false}) {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
      end("lock", channel, close, channel::lock, "lock");
    }
    holder.outputWriter().close();
    holder.waitFor();
    Files.delete(file);
    Files.delete(fifo);
    Files.delete(directory);
  }

  private static void hold(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.lock();
      System.out.println("locked elsewhere");
      System.in.read();
    }
  }

  private static void end(
      String name, FileChannel channel, boolean close, Cases.Action wait, String method)
      throws Exception {
    Thread waiter =
        Cases.start(
            name,
            () -> {
              Cases.run(name, wait);
              System.out.println("flag " + Thread.interrupted());
            });
    Cases.untilIn(waiter, method);
    if (close) {
      channel.close();
    } else {
      waiter.interrupt();
    }
    Cases.join(waiter);
    System.out.println("open " + channel.isOpen());
  }
}
