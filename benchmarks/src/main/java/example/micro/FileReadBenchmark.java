package example.micro;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Reads a file that the operating system has in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FileReadBenchmark {

  private static final int BLOCK = 4096;
  private static final int FILE = 16 << 20;

  private final byte[] block = new byte[BLOCK];
  private Path file;
  private FileInputStream in;

  /** Writes the file. */
  @Setup
  public void write() throws IOException {
    file = Files.createTempFile("read", null);
    Files.write(file, new byte[FILE]);
    in = new FileInputStream(file.toFile());
  }

  /** Removes the file. */
  @TearDown
  public void remove() throws IOException {
    in.close();
    Files.delete(file);
  }

  /** One block; after the last one the file begins anew. */
  @Benchmark
  public int read4KiB() throws IOException {
    int count = in.read(block);
    if (count < 0) {
      in.getChannel().position(0);
    }
    return count;
  }
}
