package programs.channel;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import programs.Cases;
import programs.Job;

/** Pipes of the operating system and those in memory. */
public final class Pipes {
  private Pipes() {}

  private interface Over {
    Object run(Pipe.SourceChannel source, Pipe.SinkChannel sink) throws Throwable;
  }

  private static void over(String name, Over over) {
    Cases.show(
        name,
        () -> {
          Pipe pipe = Pipe.open();
          try (Pipe.SourceChannel source = pipe.source();
              Pipe.SinkChannel sink = pipe.sink()) {
            return over.run(source, sink);
          }
        });
  }

  private static Object read(Pipe.SourceChannel source) throws IOException {
    return source.read(ByteBuffer.allocate(8));
  }

  private static Object fill(Pipe.SinkChannel sink) throws IOException {
    while (true) {
      sink.write(ByteBuffer.allocate(10_000));
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    channels();
    streams();
    readers();
  }

  private static void channels() {
    over(
        "read waits",
        (source, sink) -> {
          Job job = Job.blockedIn("read", () -> read(source));
          sink.write(ByteBuffer.allocate(3));
          return job.outcome();
        });
    over(
        "interrupt in read",
        (source, sink) -> {
          Job job = Job.blockedIn("read", () -> read(source));
          return job.outcomeOnInterrupt() + source.isOpen();
        });
    over(
        "close during read",
        (source, sink) -> {
          Job job = Job.blockedIn("read", () -> read(source));
          source.close();
          return job.outcome();
        });
    over(
        "sink closed during read",
        (source, sink) -> {
          Job job = Job.blockedIn("read", () -> read(source));
          sink.close();
          return job.outcome();
        });
    over(
        "interrupt in write",
        (source, sink) -> {
          Job job = Job.blockedIn("write", () -> fill(sink));
          return job.outcomeOnInterrupt() + sink.isOpen();
        });
    over(
        "close during write",
        (source, sink) -> {
          Job job = Job.blockedIn("write", () -> fill(sink));
          sink.close();
          // a write that had moved some bytes returns them, and the next one sees the close
          return job.outcome().replace("Asynchronous", "").replace("Channel", "");
        });
    over(
        "write to a closed source",
        (source, sink) -> {
          source.close();
          return Cases.outcome(() -> fill(sink));
        });
    over(
        "much data",
        (source, sink) -> {
          Job writer =
              Job.start(
                  "writer",
                  () -> {
                    for (int i = 0; i < 300; i++) {
                      ByteBuffer block = ByteBuffer.allocate(10_000);
                      while (block.hasRemaining()) {
                        sink.write(block);
                      }
                    }
                    sink.close();
                    return "written";
                  });
          long sum = 0;
          ByteBuffer buffer = ByteBuffer.allocate(7_000);
          int count;
          while ((count = source.read(buffer)) >= 0) {
            sum += count;
            buffer.clear();
          }
          return writer.outcome() + " " + sum;
        });
  }

  private static void streams() throws Exception {
    PipedInputStream in = new PipedInputStream(16);
    PipedOutputStream out = new PipedOutputStream(in);
    Job reader = Job.start("reader", () -> new String(in.readAllBytes()).length());
    Job writer =
        Job.start(
            "writer",
            () -> {
              for (int i = 0; i < 5; i++) {
                out.write(new byte[20]);
              }
              out.close();
              return "written";
            });
    System.out.println("piped " + writer.outcome() + " " + reader.outcome());
    PipedInputStream dead = new PipedInputStream();
    PipedOutputStream deadOut = new PipedOutputStream(dead);
    Thread ended = Cases.start("ended", () -> deadOut.write(1));
    Cases.join(ended);
    System.out.println("first " + dead.read());
    Cases.show("writer ended", dead::read);
    Cases.show("not connected", () -> new PipedInputStream().read());
    PipedInputStream waiting = new PipedInputStream(new PipedOutputStream());
    Job interrupted = Job.start("interrupted", () -> waiting.read());
    Cases.untilState(interrupted, Thread.State.TIMED_WAITING);
    System.out.println(interrupted.outcomeOnInterrupt());
    waiting.close();
    Cases.show("closed", waiting::read);
  }

  private static void readers() throws Exception {
    PipedReader in = new PipedReader();
    PipedWriter out = new PipedWriter(in);
    Job writer =
        Job.start(
            "writer",
            () -> {
              out.write("characters");
              out.close();
              return "written";
            });
    char[] text = new char[10];
    int count = 0;
    while (count < 10) {
      count += in.read(text, count, 10 - count);
    }
    System.out.println(writer.outcome() + " " + new String(text) + in.read());
  }
}
