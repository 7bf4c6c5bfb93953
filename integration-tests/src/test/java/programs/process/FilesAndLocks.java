package programs.process;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** Files: streams, channels, locks, interrupts, watching. */
@SuppressWarnings("try")
public final class FilesAndLocks {
  private FilesAndLocks() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("files");
    Path file = folder.resolve("file");
    streams(file);
    channels(file);
    locks(file);
    crowd(folder);
    watch(folder);
    errors(folder);
    try (var entries = Files.list(folder)) {
      for (Path entry : entries.sorted().toList()) {
        Files.delete(entry);
      }
    }
    Files.delete(folder);
    System.out.println("gone " + Files.exists(folder));
  }

  private static void streams(Path file) throws Exception {
    Job writer =
        Job.start(
            "writer",
            () -> {
              try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                for (int i = 0; i < 1000; i++) {
                  out.write(new byte[100]);
                }
                out.getFD().sync();
              }
              return Files.size(file);
            });
    System.out.println("written " + writer.outcome());
    Job reader =
        Job.start(
            "reader",
            () -> {
              Thread.currentThread().interrupt();
              try (FileInputStream in = new FileInputStream(file.toFile())) {
                in.skipNBytes(10);
                return in.readAllBytes().length + " " + in.read() + in.available();
              }
            });
    System.out.println("read with the flag set " + reader.outcome());
    try (RandomAccessFile random = new RandomAccessFile(file.toFile(), "rw")) {
      random.seek(50);
      random.writeInt(12345);
      random.seek(50);
      System.out.println("random " + random.readInt() + " " + random.length());
    }
  }

  private static void channels(Path file) {
    Job interrupted =
        Job.start(
            "interrupted",
            () -> {
              try (FileChannel channel = FileChannel.open(file)) {
                Thread.currentThread().interrupt();
                String text = Cases.outcome(() -> channel.read(ByteBuffer.allocate(8)));
                return text + channel.isOpen();
              }
            });
    System.out.println("channel with the flag set " + interrupted.outcome());
    Job mapped =
        Job.start(
            "mapped",
            () -> {
              try (FileChannel channel = FileChannel.open(file)) {
                var map = channel.map(FileChannel.MapMode.READ_ONLY, 0, 100);
                return map.getInt(50) + " " + channel.position();
              }
            });
    System.out.println("mapped " + mapped.outcome());
    Job forced =
        Job.start(
            "forced",
            () -> {
              Path other = file.resolveSibling("forced");
              try (FileChannel channel =
                  FileChannel.open(
                      other,
                      StandardOpenOption.CREATE,
                      StandardOpenOption.READ,
                      StandardOpenOption.WRITE)) {
                var map = channel.map(FileChannel.MapMode.READ_WRITE, 0, 100);
                map.putInt(50, 42);
                map.force();
                return map.getInt(50) + " " + Files.size(other) + " " + Files.deleteIfExists(other);
              }
            });
    System.out.println("forced " + forced.outcome());
    Job transferred =
        Job.start(
            "transferred",
            () -> {
              Path copy = file.resolveSibling("copy");
              try (FileChannel from = FileChannel.open(file);
                  FileChannel to =
                      FileChannel.open(copy, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long count = from.transferTo(0, from.size(), to);
                to.force(true);
                return count + " " + Files.mismatch(file, copy);
              }
            });
    System.out.println("transferred " + transferred.outcome());
  }

  private static void locks(Path file) throws Exception {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      Cases.show("overlapping", other::tryLock);
      System.out.println("overlapping in a thread " + Job.start("t", () -> other.lock()).outcome());
      lock.release();
      System.out.println("valid " + lock.isValid() + " then " + other.tryLock().isShared());
    }
  }

  private static void crowd(Path folder) {
    Job[] jobs = new Job[20];
    for (int i = 0; i < jobs.length; i++) {
      Path own = folder.resolve("own" + i);
      int number = i;
      jobs[i] =
          Job.start(
              "crowd",
              () -> {
                Files.writeString(own, "x".repeat(1000 * number));
                return Files.readString(own).length() == Files.size(own);
              });
    }
    for (Job job : jobs) {
      System.out.print(job.outcome() + " ");
    }
    System.out.println();
  }

  private static void watch(Path folder) throws Exception {
    try (WatchService watcher = folder.getFileSystem().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
      Job job = Job.blockedAs(Thread.State.WAITING, () -> watcher.take().pollEvents().size());
      Files.createFile(folder.resolve("watched"));
      System.out.println("watched " + job.outcome());
      Cases.show("poll", () -> watcher.poll(1, TimeUnit.MILLISECONDS));
      Job interrupted = Job.blockedAs(Thread.State.WAITING, watcher::take);
      System.out.println("interrupted " + interrupted.outcomeOnInterrupt());
      Job closed = Job.blockedAs(Thread.State.WAITING, watcher::take);
      watcher.close();
      System.out.println("closed " + closed.outcome());
    }
  }

  private static void errors(Path folder) throws IOException {
    Path missing = folder.resolve("missing");
    Job open = Job.start("open", () -> new FileInputStream(missing.toFile()));
    System.out.println(open.outcome().replace(folder.toString(), "FOLDER"));
    Job read = Job.start("read", () -> Files.readString(missing));
    System.out.println(read.outcome().replace(folder.toString(), "FOLDER"));
    FileInputStream closed = new FileInputStream(folder.resolve("file").toFile());
    closed.close();
    System.out.println(Job.start("closed", closed::read).outcome());
  }
}
