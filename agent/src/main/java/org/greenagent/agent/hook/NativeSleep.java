package org.greenagent.agent.hook;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.hub.NativeCalls;

/**
 * Tells which carriers sleep in native code: the JVM knows which are there ({@code GreenVm}), and
 * the kernel which of them sleep, by their {@code stat} file (proc_pid_stat(5): the letter behind
 * the name is {@code S} or, on a disk, {@code D}). The file stays open while the carrier lives.
 *
 * <p>Read by the JDK's own {@code pread}, as the streams of the JDK take a lock when they are
 * opened, and the monitor must not.
 */
final class NativeSleep implements NativeCalls {
  private boolean searched; // under this
  private boolean found; // under this

  NativeSleep() {}

  @Override
  public synchronized Look at(Thread carrier) {
    if (!searched) {
      searched = true;
      found = JavaBase.findVm();
    }
    if (!found) {
      return null;
    }
    try {
      StatFile file = new StatFile(carrier);
      return file.isOf(carrier.getName()) ? file : null;
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null; // another kernel, or another JDK
    }
  }

  private static final class StatFile implements Look {
    /** As the kernel keeps of a thread's name. */
    private static final int NAME_LENGTH = 15;

    /** Number, name, state and a little more. */
    private static final int LENGTH = 64;

    private final GreenAccess access = JavaBase.access();
    private final Thread carrier;
    private final FileInputStream file;
    private final FileDescriptor descriptor;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LENGTH);
    private final long address;
    private final MethodHandle pread;

    StatFile(Thread carrier) throws IOException, ReflectiveOperationException {
      this.carrier = carrier;
      MethodHandles.Lookup nio =
          JavaBase.lookupIn(Class.forName("sun.nio.ch.UnixFileDispatcherImpl"));
      pread =
          nio.findStatic(
              nio.lookupClass(),
              "pread0",
              MethodType.methodType(
                  int.class, FileDescriptor.class, long.class, int.class, long.class));
      VarHandle start =
          JavaBase.lookupIn(Buffer.class).findVarHandle(Buffer.class, "address", long.class);
      address = (long) start.get((Buffer) text);
      file = new FileInputStream("/proc/self/task/" + access.nativeId(carrier) + "/stat");
      descriptor = file.getFD();
    }

    /**
     * Whether the file is of the thread of that name: else the JVM's tables mean something else.
     */
    boolean isOf(String name) {
      int read = read();
      byte[] bytes = new byte[Math.max(0, read)];
      text.get(0, bytes);
      String known = name.substring(0, Math.min(name.length(), NAME_LENGTH));
      sleeps();
      return new String(bytes, StandardCharsets.ISO_8859_1).contains(" (" + known + ") ");
    }

    @Override
    public boolean sleeps() {
      if (!access.inNative(carrier)) {
        return false;
      }
      for (int i = read() - 1; i > 1; i--) {
        if (text.get(i - 2) == ')') {
          byte state = text.get(i);
          return state == 'S' || state == 'D';
        }
      }
      return false;
    }

    private int read() {
      try {
        return (int) pread.invokeExact(descriptor, address, LENGTH, 0L);
      } catch (Throwable gone) {
        return 0;
      }
    }
  }
}
