package org.greenagent.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.greenagent.pool.ThreadPool;

/**
 * The JShell of one connection. An OS thread compiles and evaluates, as that takes long.
 *
 * <p>Threads: one. Blocks: {@link #serve}.
 */
final class Shell implements AutoCloseable {
  private static final Set<String> ENDS = Set.of("quit", "quit()", "exit", "exit()", "/exit");

  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final PrintStream out;
  private final ThreadPool thread;
  private volatile boolean closed;

  private Shell(PrintStream out, ThreadPool thread) {
    this.out = out;
    this.thread = thread;
    shell = JShell.builder().executionEngine("local").out(out).err(out).build();
    analysis = shell.sourceCodeAnalysis();
    for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      if (!part.isEmpty()) {
        shell.addToClasspath(part);
      }
    }
    CodeSource own = Shell.class.getProtectionDomain().getCodeSource();
    if (own != null) { // the agent's jar stands in no property
      shell.addToClasspath(Path.of(URI.create(own.getLocation().toString())).toString());
    }
  }

  /** Reads snippets and answers them, until there are no more. */
  static void serve(BufferedReader in, PrintStream out, Map<String, Object> locals)
      throws IOException, InterruptedException {
    ThreadPool thread = new ThreadPool(1);
    try (Shell shell = apply(thread, () -> new Shell(out, thread))) {
      apply(thread, () -> shell.declare(locals));
      out.println("JShell of " + ProcessHandle.current().pid() + "; quit ends the connection");
      shell.converse(in);
    } finally {
      thread.shutdown();
    }
  }

  private static <T> T apply(ThreadPool thread, Callable<T> task) throws InterruptedException {
    try {
      return thread.apply(task);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Void declare(Map<String, Object> locals) {
    eval("import java.util.*;");
    declare("out", out);
    locals.forEach(this::declare);
    return null;
  }

  private void declare(String name, Object value) {
    String type = typeOf(value.getClass());
    long key = ShellValues.put(value);
    eval(
        "%s %s = (%s) org.greenagent.server.ShellValues.take(%dL);"
            .formatted(type, name, type, key));
  }

  /** The nearest type that every source can name. */
  private static String typeOf(Class<?> type) {
    for (Class<?> near = type; near != null; near = near.getSuperclass()) {
      String name = near.getCanonicalName();
      if (name != null
          && Modifier.isPublic(near.getModifiers())
          && near.getTypeParameters().length == 0
          && near.getModule().isExported(near.getPackageName())) {
        return name;
      }
    }
    return "Object";
  }

  private void converse(BufferedReader in) throws IOException, InterruptedException {
    String begun = "";
    prompt(begun);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (begun.isEmpty() && ENDS.contains(line.strip())) {
        return;
      }
      String source = begun + line + "\n";
      begun = apply(thread, () -> evalUnlessClosed(source));
      prompt(begun);
    }
  }

  private void prompt(String begun) {
    out.print(begun.isEmpty() ? "jshell> " : "   ...> ");
    out.flush();
  }

  private String evalUnlessClosed(String source) {
    try {
      return evalAll(source);
    } catch (IllegalStateException closedMeanwhile) {
      if (closed) {
        return "";
      }
      throw closedMeanwhile;
    }
  }

  /** Evaluates what is complete, and answers the rest. */
  private String evalAll(String source) {
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo info = analysis.analyzeCompletion(rest);
      switch (info.completeness()) {
        case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> {
          show(shell.eval(info.source()));
          rest = info.remaining();
        }
        case UNKNOWN -> { // no Java: the compiler says why
          show(shell.eval(rest));
          rest = "";
        }
        default -> {
          return rest;
        }
      }
    }
    return "";
  }

  private void eval(String source) {
    var _ = shell.eval(source);
  }

  private void show(List<SnippetEvent> events) {
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null) {
        continue; // something earlier that became valid by this
      }
      if (event.status() == Snippet.Status.REJECTED) {
        shell.diagnostics(event.snippet()).map(Shell::text).forEach(out::println);
      } else if (event.exception() != null) {
        show(event.exception());
      } else if (event.value() != null && !event.value().isEmpty()) {
        out.println(nameOf(event.snippet()) + event.value());
      }
    }
  }

  private static String nameOf(Snippet snippet) {
    return switch (snippet) {
      case PersistentSnippet named -> named.name() + " ==> ";
      case ExpressionSnippet value -> value.name() + " ==> ";
      default -> "";
    };
  }

  private static String text(Diag diagnostic) {
    return diagnostic.getMessage(Locale.getDefault());
  }

  private void show(JShellException thrown) {
    String name =
        thrown instanceof EvalException eval ? eval.getExceptionClassName() : thrown.toString();
    String message = thrown.getMessage();
    out.println(message == null ? name : name + ": " + message);
    for (StackTraceElement frame : thrown.getStackTrace()) {
      out.println("    at " + frame);
    }
  }

  @Override
  public void close() {
    closed = true;
    shell.stop(); // what it evaluates
    shell.close();
  }
}
