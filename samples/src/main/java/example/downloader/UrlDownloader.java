package example.downloader;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Downloads many URLs at once, each in a thread of its own.
 *
 * <p>Try: {@code ./green sample url-downloader}, and the same with {@code --plain}.
 */
@Command(
    name = "url-downloader",
    sortOptions = false,
    description = {
      "Downloads many URLs at once, each in a thread of its own, and verifies their checksums.",
      "Without any URL it starts a slow web server of its own and downloads from that."
    },
    footer = {"", "Exit status: 0 all saved, 1 some failed, 2 bad arguments."})
public final class UrlDownloader implements Callable<Integer> {

  private static final int USAGE = 2;
  private static final int MOST = 1_000_000;

  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "URL", description = "what to download")
  private List<String> urls = new ArrayList<>();

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "more URLs, one a line, each with its SHA-256 behind it if known")
  private Path file;

  @Option(
      names = {"-d", "--dir"},
      paramLabel = "DIR",
      description = "where to put the files (default: ${DEFAULT-VALUE})")
  private Path folder = Path.of("downloads");

  @Option(
      names = {"-t", "--threads"},
      paramLabel = "N",
      description = "at most N at once, by a thread pool (default: one thread a URL)")
  private Integer threads;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description =
          "the longest wait for a connection or for more bytes (default: ${DEFAULT-VALUE})")
  private int timeoutSeconds = 30;

  @Option(
      names = "--demo-files",
      paramLabel = "N",
      description = "files on the own server (default: ${DEFAULT-VALUE})")
  private int demoFiles = 50;

  @Option(
      names = "--demo-latency",
      paramLabel = "MILLIS",
      description = "the own server's wait before each answer (default: ${DEFAULT-VALUE})")
  private int demoLatencyMillis = 200;

  private final PrintStream out;
  private final boolean bars;
  private final ThreadCount threadCount = new ThreadCount();

  private UrlDownloader(PrintStream out, boolean bars) {
    this.out = out;
    this.bars = bars;
  }

  public static void main(String[] args) {
    System.exit(run(System.out, System.err, onTerminal(), args));
  }

  /** Runs the whole program for an output that is no terminal, and answers its exit status. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return run(out, err, false, args);
  }

  private static int run(PrintStream out, PrintStream err, boolean bars, String... args) {
    CommandLine command = new CommandLine(new UrlDownloader(out, bars));
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this and end")
                .build());
    command.setOut(new PrintWriter(out, true, out.charset()));
    command.setParameterExceptionHandler((bad, _) -> complain(err, bad.getMessage(), USAGE));
    command.setExecutionExceptionHandler((bad, _, _) -> complain(err, String.valueOf(bad), 1));
    return command.execute(args);
  }

  /**
   * Whether both ends of the program are a terminal; the JDK's own console is null when they are
   * not.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean onTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  private static int complain(PrintStream err, String message, int status) {
    err.println("url-downloader: " + message.lines().findFirst().orElse("") + " (try --help)");
    return status;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    atLeast(1, threads == null ? 1 : threads, "--threads");
    atLeast(1, timeoutSeconds, "--timeout");
    atLeast(1, demoFiles, "--demo-files");
    atLeast(0, demoLatencyMillis, "--demo-latency");
    Downloads downloads = new Downloads();
    urls.forEach(url -> downloads.add(url, Optional.empty()));
    readFile(downloads);
    createFolder();
    if (!urls.isEmpty() || file != null) {
      return download(downloads.all());
    }
    try (DemoServer demo = DemoServer.start(demoLatencyMillis, threadCount)) {
      demo.addresses(demoFiles).forEach(url -> downloads.add(url, Optional.empty()));
      return download(downloads.all());
    }
  }

  private void atLeast(int least, int value, String option) {
    if (value < least || value > MOST) {
      throw bad(option + " must be between " + least + " and " + MOST + ", not " + value);
    }
  }

  private void readFile(Downloads downloads) {
    if (file != null) {
      try {
        downloads.addAll(file);
      } catch (IOException unreadable) {
        throw bad("cannot read " + file + ": " + unreadable);
      } catch (IllegalArgumentException badLine) {
        throw bad(badLine.getMessage());
      }
    }
  }

  private void createFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException impossible) {
      throw bad("cannot create " + folder + ": " + impossible);
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int download(List<Download> downloads) throws InterruptedException {
    long start = System.nanoTime();
    List<Outcome> outcomes;
    try (Progress progress = bars ? new BarProgress(downloads.size()) : new PlainProgress(out)) {
      Fetcher fetcher = new Fetcher(folder, timeoutSeconds * 1000, progress);
      outcomes = fetchAll(downloads, fetcher);
    }
    long wallNanos = System.nanoTime() - start;
    if (bars) {
      PlainProgress failures = new PlainProgress(out);
      outcomes.stream().filter(Outcome.Failed.class::isInstance).forEach(failures::ended);
    }
    Summary.lines(outcomes, wallNanos, threadCount).forEach(out::println);
    return outcomes.stream().allMatch(Outcome.Saved.class::isInstance) ? 0 : 1;
  }

  private List<Outcome> fetchAll(List<Download> downloads, Fetcher fetcher)
      throws InterruptedException {
    List<Callable<Outcome>> tasks =
        downloads.stream().<Callable<Outcome>>map(one -> () -> fetch(one, fetcher)).toList();
    List<Outcome> outcomes = new ArrayList<>();
    for (Future<Outcome> task : threads == null ? threadEach(tasks) : pooled(tasks)) {
      try {
        outcomes.add(task.get());
      } catch (ExecutionException bug) {
        throw new IllegalStateException(bug.getCause());
      }
    }
    return outcomes;
  }

  private Outcome fetch(Download download, Fetcher fetcher) {
    threadCount.look();
    return fetcher.fetch(download);
  }

  private List<? extends Future<Outcome>> threadEach(List<Callable<Outcome>> tasks) {
    List<FutureTask<Outcome>> futures = tasks.stream().map(FutureTask<Outcome>::new).toList();
    futures.forEach(future -> threadCount.newThread(future).start());
    return futures;
  }

  private List<Future<Outcome>> pooled(List<Callable<Outcome>> tasks) throws InterruptedException {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, threadCount)) {
      return pool.invokeAll(tasks);
    }
  }
}
