package org.greenagent.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.greenagent.Green;
import org.greenagent.greenlet.Result;
import org.greenagent.pool.ThreadPool;
import org.greenagent.pool.ThreadStreams;
import org.greenagent.util.Durations;
import org.greenagent.util.Nanos;

/**
 * A child process that greenlets talk to and wait for: its end is a {@link Result}, the exit status
 * its value, so {@link #join()}, links and {@code Greenlets.await} take it.
 *
 * <p>Its streams let others of the hub run while they wait: under the agent those of the JDK do,
 * without it OS threads read and write, at most three for each process.
 *
 * <p>Threads: any; each stream one at a time. Blocks: what waits, the calling thread.
 */
public final class Subprocess extends Result<Integer, Subprocess> implements AutoCloseable {
  private static final int STREAMS = 3;

  private final Process process;
  private final ThreadPool threads; // null: the agent sees to it
  private final InputStream out;
  private final InputStream err;
  private final OutputStream in;

  // guarded by this; null: nobody called communicate
  private Talk talk;

  private Subprocess(Process process) {
    this.process = process;
    threads = Green.isPatched("process") ? null : new ThreadPool(STREAMS);
    out = green(process.getInputStream());
    err = green(process.getErrorStream());
    in =
        threads == null
            ? process.getOutputStream()
            : ThreadStreams.output(process.getOutputStream(), threads);
    var _ = process.onExit().thenAccept(ended -> complete(ended.exitValue(), null));
  }

  private InputStream green(InputStream stream) {
    return threads == null ? stream : ThreadStreams.input(stream, threads);
  }

  /** Starts a process; all its streams are pipes. */
  public static Subprocess start(String... command) throws IOException {
    return start(new ProcessBuilder(command));
  }

  /** Starts a process. */
  public static Subprocess start(ProcessBuilder builder) throws IOException {
    return new Subprocess(builder.start());
  }

  /**
   * Runs a process without input and waits for its end.
   *
   * @param timeout null: without end
   * @throws TimeoutException when time was up before; the process has been killed then
   */
  public static Completed run(Duration timeout, String... command)
      throws IOException, InterruptedException, TimeoutException {
    return run(new ProcessBuilder(command), new byte[0], timeout);
  }

  /**
   * Runs a process, gives it {@code input}, and waits for its end. However this ends, the process
   * has.
   *
   * @param timeout null: without end
   * @throws TimeoutException when time was up before
   */
  public static Completed run(ProcessBuilder builder, byte[] input, Duration timeout)
      throws IOException, InterruptedException, TimeoutException {
    try (Subprocess process = start(builder)) {
      return process.communicate(input, timeout);
    }
  }

  /**
   * What a process writes to its standard output.
   *
   * @throws ProcessFailedException when its exit status is not 0
   */
  public static String checkOutput(String... command) throws IOException, InterruptedException {
    try {
      return run(null, command).check().outText();
    } catch (TimeoutException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /**
   * Gives it {@code input} and the end of its input, reads all that it writes, and waits for its
   * end. After a timeout it may be called again: nothing is lost, and the input counts once.
   *
   * @param timeout null: without end
   * @throws TimeoutException when time was up before; the process goes on
   */
  public Completed communicate(byte[] input, Duration timeout)
      throws IOException, InterruptedException, TimeoutException {
    Talk going;
    synchronized (this) {
      if (talk == null) {
        talk = new Talk(in, input.clone(), out, err);
      }
      going = talk;
    }
    long deadline =
        timeout == null ? Nanos.FOREVER : Nanos.add(Nanos.now(), Durations.nanos(timeout));
    byte[] fromOut = value(going.out(), deadline);
    byte[] fromErr = value(going.err(), deadline);
    awaitUntil(this, deadline);
    return new Completed(value(), fromOut, fromErr);
  }

  private byte[] value(Result<byte[], ?> stream, long deadline)
      throws IOException, InterruptedException, TimeoutException {
    awaitUntil(stream, deadline);
    try {
      return stream.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(failed.getCause());
    }
  }

  private void awaitUntil(Result<?, ?> thing, long deadline)
      throws InterruptedException, TimeoutException {
    if (deadline == Nanos.FOREVER) {
      thing.join();
    } else if (!thing.join(Duration.ofNanos(Nanos.until(deadline, Nanos.now())))) {
      throw new TimeoutException(this + " goes on");
    }
  }

  /** What it reads. */
  public OutputStream in() {
    return in;
  }

  /** What it writes to its standard output. */
  public InputStream out() {
    return out;
  }

  /** What it writes to its standard error. */
  public InputStream err() {
    return err;
  }

  /** The process itself; its streams are those of the JDK, not to be mixed with these. */
  public Process process() {
    return process;
  }

  /** Asks it to end, by SIGTERM; its streams stay open, and have what it writes on its way. */
  public void terminate() {
    var _ = process.toHandle().destroy(); // that of Process closes the streams
  }

  /** Ends it, by SIGKILL; what it has written can be read. */
  public void kill() {
    var _ = process.toHandle().destroyForcibly();
  }

  /** Kills it if it goes on, and closes its streams; does not wait. */
  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
    for (AutoCloseable stream :
        new AutoCloseable[] {
          process.getOutputStream(), process.getInputStream(), process.getErrorStream()
        }) {
      try {
        stream.close();
      } catch (Exception e) {
        // nobody reads it any more
      }
    }
    if (threads != null) {
      threads.shutdown();
    }
  }

  /** It is no task that could be stopped before it begins: false. {@link #kill} ends it. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return false;
  }

  @Override
  protected Subprocess self() {
    return this;
  }

  @Override
  public String toString() {
    return "process " + process.pid();
  }
}
