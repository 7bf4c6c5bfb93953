package programs.handoff;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import programs.Cases;
import programs.Job;

/** Calls that block in the operating system while the thread that ends them waits its turn. */
public final class Files {
  private static final int MEGABYTES = 100;

  private Files() {}

  /** Runs the case. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "fifo" -> fifo(args[1]);
      case "fifos" -> fifos(Arrays.asList(args).subList(1, args.length));
      case "cat" -> cat();
      case "resolver" -> resolver();
      case "stdin" -> stdin();
      default -> throw new AssertionError(args[0]);
    }
  }

  private static void fifo(String path) {
    Job reader = Job.start("reader", () -> text(path));
    Job writer =
        Job.start(
            "writer",
            () -> {
              try (FileOutputStream out = new FileOutputStream(path)) {
                for (int i = 0; i < 5; i++) {
                  Thread.sleep(2);
                  out.write(("part " + i + " ").getBytes());
                }
              }
              return "written";
            });
    System.out.println(writer.outcome() + " " + reader.outcome());
  }

  /** All of them are in the operating system at the same time. */
  private static void fifos(List<String> paths) throws Exception {
    List<Job> readers = new ArrayList<>();
    for (String path : paths) {
      readers.add(Job.start("reader", () -> text(path)));
    }
    readers.forEach(reader -> Cases.untilIn(reader, "open"));
    for (String path : paths) {
      try (FileOutputStream out = new FileOutputStream(path)) {
        out.write("some text".getBytes());
      }
    }
    readers.forEach(reader -> System.out.println(reader.outcome()));
  }

  private static String text(String path) throws IOException {
    try (FileInputStream in = new FileInputStream(path)) {
      return new String(in.readAllBytes());
    }
  }

  private static void cat() throws Exception {
    Process cat = new ProcessBuilder("cat").start();
    Job writer =
        Job.start(
            "writer",
            () -> {
              CRC32 sum = new CRC32();
              byte[] block = new byte[1 << 20];
              try (OutputStream out = cat.getOutputStream()) {
                for (int i = 0; i < MEGABYTES; i++) {
                  block[i] = (byte) i;
                  sum.update(block);
                  out.write(block);
                }
              }
              return sum.getValue();
            });
    Job reader =
        Job.start(
            "reader",
            () -> {
              CRC32 sum = new CRC32();
              CheckedInputStream in = new CheckedInputStream(cat.getInputStream(), sum);
              long count = in.transferTo(OutputStream.nullOutputStream());
              return count + " " + sum.getValue();
            });
    System.out.println(reader.outcome() + " " + writer.outcome() + " " + cat.waitFor());
  }

  private static void resolver() {
    Job[] jobs = new Job[5];
    for (int i = 0; i < jobs.length; i++) {
      String host = "host" + i + ".slow.example";
      jobs[i] = Job.start("looks up", () -> InetAddress.getByName(host));
    }
    Job unknown = Job.start("unknown", () -> InetAddress.getByName("unknown.slow.example"));
    Cases.until(() -> SlowResolver.waiting() == 6);
    Cases.start("releaser", SlowResolver::release);
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
    System.out.println(unknown.outcome());
  }

  private static void stdin() {
    Job reader = Job.start("reader", () -> new String(System.in.readNBytes(5)));
    Cases.untilIn(reader, "read");
    Job[] workers = new Job[10];
    for (int i = 0; i < workers.length; i++) {
      workers[i] =
          Job.start(
              "worker",
              () -> {
                Thread.sleep(2);
                return "worked";
              });
    }
    for (Job worker : workers) {
      System.out.println(worker.outcome());
    }
    System.out.println("all worked");
    System.out.println("read " + reader.outcome());
  }
}
