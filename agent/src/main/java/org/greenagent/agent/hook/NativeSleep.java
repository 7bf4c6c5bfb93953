package org.greenagent.agent.hook;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.ToLongFunction;
import org.greenagent.agent.access.JavaBase;
import org.greenagent.hub.NativeCalls;

/**
 * Tells which carriers sleep in native code: the JVM knows which are there ({@code GreenVm}), and
 * the kernel which of them sleep, by their {@code stat} file (proc_pid_stat(5): the letter behind
 * the name is {@code S} or, on a disk, {@code D}).
 *
 * <p>Read by the system calls themselves, as {@code sun.nio.fs} has them: the streams of the JDK
 * take a lock when they are opened, and the monitor must not. No file stays open.
 */
final class NativeSleep implements NativeCalls {
  private boolean searched; // under this
  private Calls calls; // under this; null: not to be had

  NativeSleep() {}

  @Override
  public synchronized Look at(Thread carrier) {
    try {
      if (!searched) {
        searched = true;
        calls = JavaBase.findVm() ? new Calls() : null;
      }
      if (calls != null) {
        StatFile file = new StatFile(calls, carrier);
        return file.isOf(carrier.getName()) ? file : null;
      }
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // another JDK
    }
    return null;
  }

  @Override
  public ToLongFunction<Thread> clock() {
    try {
      CarrierClock clock = new CarrierClock(JavaBase.access());
      clock.applyAsLong(Thread.currentThread()); // links it
      return clock;
    } catch (RuntimeException | Error e) {
      return null; // a JVM without java.management
    }
  }

  private record CarrierClock(GreenAccess access) implements ToLongFunction<Thread> {
    @Override
    public long applyAsLong(Thread carrier) {
      return access.cpuNanos(carrier);
    }
  }

  /** System calls that read a file. */
  private static final class Calls {
    private static final int TO_READ_NOT_TO_INHERIT = 0x80000; // O_RDONLY | O_CLOEXEC

    private final MethodHandle open;
    private final MethodHandle read;
    private final MethodHandle close;
    private final VarHandle address;

    Calls() throws ReflectiveOperationException {
      MethodHandles.Lookup nio =
          JavaBase.lookupIn(Class.forName("sun.nio.fs.UnixNativeDispatcher"));
      open = find(nio, "open0", int.class, long.class, int.class, int.class);
      read = find(nio, "read0", int.class, int.class, long.class, int.class);
      close = find(nio, "close0", void.class, int.class);
      address = JavaBase.lookupIn(Buffer.class).findVarHandle(Buffer.class, "address", long.class);
    }

    private static MethodHandle find(
        MethodHandles.Lookup nio, String name, Class<?> result, Class<?>... arguments)
        throws ReflectiveOperationException {
      return nio.findStatic(nio.lookupClass(), name, MethodType.methodType(result, arguments));
    }

    long address(ByteBuffer direct) {
      return (long) address.get((Buffer) direct);
    }

    /** How many bytes it has read; 0 when the file cannot be read. */
    int read(long path, long to, int length) {
      try {
        int descriptor = (int) open.invokeExact(path, TO_READ_NOT_TO_INHERIT, 0);
        try {
          return (int) read.invokeExact(descriptor, to, length);
        } finally {
          close.invokeExact(descriptor);
        }
      } catch (Throwable gone) {
        return 0;
      }
    }
  }

  private static final class StatFile implements Look {
    /** As the kernel keeps of a thread's name. */
    private static final int NAME_LENGTH = 15;

    /** Number, name, state and a little more. */
    private static final int LENGTH = 64;

    private final GreenAccess access = JavaBase.access();
    private final Calls calls;
    private final Thread carrier;
    private final ByteBuffer path;
    private final ByteBuffer text = ByteBuffer.allocateDirect(LENGTH);

    StatFile(Calls calls, Thread carrier) {
      this.calls = calls;
      this.carrier = carrier;
      String name = "/proc/self/task/" + access.nativeId(carrier) + "/stat\0";
      byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
      path = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }

    /**
     * Whether the file is of the thread of that name: else the JVM's tables mean something else.
     */
    boolean isOf(String name) {
      byte[] bytes = new byte[read()];
      text.get(0, bytes);
      String known = name.substring(0, Math.min(name.length(), NAME_LENGTH));
      sleeps(); // so that the monitor need not link it
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
      return Math.max(0, calls.read(calls.address(path), calls.address(text), LENGTH));
    }
  }
}
