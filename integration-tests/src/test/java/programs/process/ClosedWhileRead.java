package programs.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * The output of a child is closed while a thread reads it, and the close is held up between its
 * beginning and its end, by a lock of the JDK's that it takes there. When the child has ended too,
 * the reader must come back.
 *
 * <p>Needs {@code --add-opens} of {@code java.io} and {@code jdk.internal.ref} in java.base.
 */
public final class ClosedWhileRead {
  private static final int TURNS = 2_000;

  private ClosedWhileRead() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Process child = new ProcessBuilder("sleep", "1000").start();
    InputStream output = child.getInputStream();
    Thread reader = new Thread(() -> read(output), "reader");
    reader.start();
    while (Arrays.stream(reader.getStackTrace()).noneMatch(ClosedWhileRead::reads)) {
      Thread.yield();
    }
    Thread closer = new Thread(() -> close(output), "closer");
    synchronized (lockInClose(output)) {
      closer.start();
      while (closer.getState() != Thread.State.BLOCKED) {
        Thread.yield();
      }
      for (int i = 0; i < TURNS; i++) { // a reader that was woken by now begins to wait again
        Thread.yield();
      }
    }
    closer.join();
    child.destroy();
    System.out.println("the child ended with " + child.waitFor());
    reader.join();
    System.out.println("the reader has come back");
  }

  private static boolean reads(StackTraceElement frame) {
    return frame.getClassName().equals("java.io.FileInputStream")
        || frame.getClassName().endsWith("PipeInputStream");
  }

  private static void read(InputStream output) {
    try {
      if (output.read() >= 0) {
        System.out.println("bytes from nowhere");
      }
    } catch (IOException closed) {
      // as good as the end
    }
  }

  private static void close(InputStream output) {
    try {
      output.close();
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  /** What {@code FileDescriptor.close} locks before the system call, as for a file's stream. */
  private static Object lockInClose(InputStream output) throws Exception {
    FileInputStream pipe = (FileInputStream) field(FilterInputStream.class, "in").get(output);
    Method register =
        Class.forName("java.io.FileCleanable").getDeclaredMethod("register", FileDescriptor.class);
    register.setAccessible(true);
    register.invoke(null, pipe.getFD());
    Object cleanup = field(FileDescriptor.class, "cleanup").get(pipe.getFD());
    return field(cleanup.getClass().getSuperclass(), "list").get(cleanup);
  }

  private static Field field(Class<?> type, String name) throws Exception {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
