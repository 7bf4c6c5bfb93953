package programs.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import programs.Cases;
import programs.Job;

/** Child processes: streams, waiting, interrupts, destroying, redirecting. */
public final class Processes {
  private Processes() {}

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    streams();
    waits();
    ends();
    redirects();
    crowd();
    Cases.show("no such program", () -> new ProcessBuilder("/no/such/program").start());
    Cases.show("no such folder", () -> sh("true").directory(Path.of("/no/such").toFile()).start());
  }

  private static ProcessBuilder sh(String script) {
    return new ProcessBuilder("sh", "-c", script);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes()).strip();
  }

  private static void streams() throws Exception {
    Process process = sh("cat; echo err >&2; exit 5").start();
    Job out = Job.start("out", () -> text(process.getInputStream()));
    Job err = Job.start("err", () -> text(process.getErrorStream()));
    process.getOutputStream().write("to the child".getBytes());
    process.getOutputStream().close();
    System.out.println(out.outcome() + " " + err.outcome() + " " + process.waitFor());
    Process pipe = new ProcessBuilder("cat").start();
    Job writer =
        Job.start(
            "writer",
            () -> {
              try (OutputStream stdin = pipe.getOutputStream()) {
                stdin.write(new byte[2_000_000]);
              }
              return "written";
            });
    System.out.println("piped " + pipe.getInputStream().readAllBytes().length + writer.outcome());
    Process lines = sh("for i in 1 2 3; do echo line $i; done").start();
    try (BufferedReader reader = lines.inputReader()) {
      System.out.println(reader.lines().toList());
    }
    Process deaf = sh("exec 0<&-; echo closed; exec sleep 1000").start();
    System.out.println("its input is " + deaf.inputReader().readLine());
    Cases.run("write to a deaf child", () -> writeMuch(deaf));
    deaf.destroyForcibly();
    Process closed = new ProcessBuilder("sleep", "1000").start();
    Job reader = Job.blockedIn("read", () -> closed.getInputStream().read());
    closed.destroyForcibly();
    System.out.println("destroyed during read " + reader.outcome());
  }

  private static void writeMuch(Process process) throws IOException {
    for (int i = 0; i < 100; i++) {
      process.getOutputStream().write(new byte[100_000]);
      process.getOutputStream().flush();
    }
  }

  private static void waits() throws Exception {
    Process process = new ProcessBuilder("sleep", "1000").start();
    Cases.show("exit value", process::exitValue);
    Cases.show("wait timed", () -> process.waitFor(5, TimeUnit.MILLISECONDS));
    System.out.println(
        "in a thread " + Job.start("t", () -> process.waitFor(5, TimeUnit.MILLISECONDS)).outcome());
    Job waiting = Job.blockedAs(Thread.State.WAITING, process::waitFor);
    System.out.println("interrupted " + waiting.outcomeOnInterrupt() + process.isAlive());
    Job other = Job.blockedAs(Thread.State.WAITING, process::waitFor);
    Job timed = Job.blockedAs(Thread.State.TIMED_WAITING, () -> process.waitFor(1, TimeUnit.DAYS));
    CompletableFuture<Integer> exit = process.onExit().thenApply(Process::exitValue);
    process.destroy();
    System.out.println(other.outcome() + " " + timed.outcome() + " " + exit.get());
    System.out.println(process.isAlive() + " " + process.waitFor() + process.toHandle().isAlive());
  }

  private static void ends() throws Exception {
    Process process = new ProcessBuilder("sleep", "1000").start();
    process.destroyForcibly();
    System.out.println("killed " + process.waitFor());
    System.out.println("exit " + sh("exit 42").start().waitFor());
    System.out.println("on exit " + sh("exit 3").start().onExit().get().exitValue());
    System.out.println(
        "handle " + sh("exit 0").start().toHandle().onExit().thenApply(h -> h.isAlive()).get());
  }

  private static void redirects() throws Exception {
    Path file = Files.createTempFile("out", ".txt");
    Process process =
        sh("echo out; echo err >&2")
            .redirectErrorStream(true)
            .redirectOutput(file.toFile())
            .start();
    process.waitFor();
    System.out.println(Files.readAllLines(file));
    System.out.flush();
    System.out.println("inherited " + sh("echo inherited").inheritIO().start().waitFor());
    System.out.println(
        "from " + text(sh("cat").redirectInput(file.toFile()).start().getInputStream()));
    Files.delete(file);
    var pipeline =
        ProcessBuilder.startPipeline(java.util.List.of(sh("echo a; echo b"), sh("wc -l")));
    System.out.println("pipeline " + text(pipeline.getLast().getInputStream()));
  }

  private static void crowd() {
    Job[] jobs = new Job[12];
    for (int i = 0; i < jobs.length; i++) {
      int number = i;
      jobs[i] =
          Job.start(
              "crowd",
              () -> {
                Process process = sh("echo " + number + "; exit " + number).start();
                return text(process.getInputStream()) + "=" + process.waitFor();
              });
    }
    for (Job job : jobs) {
      System.out.print(job.outcome() + " ");
    }
    System.out.println();
  }
}
