package org.greenagent.agent.patch.jdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.locks.ReentrantLock;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.config.Patch;

/** A blocking write takes all bytes, and no other comes between, as on a platform thread. */
public final class SocketChannelImplPatch extends JdkPatch {

  public SocketChannelImplPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.SocketChannelImpl",
        "A blocking write takes all bytes, and no other comes between, as on a platform thread.",
        new Hook.Advised("write", "(Ljava/nio/ByteBuffer;)I", Write.class),
        new Hook.Advised("write", "([Ljava/nio/ByteBuffer;II)J", WriteAll.class));
  }

  /** Goes on until the kernel has everything. */
  static final class Write {
    @Advice.OnMethodEnter
    static boolean enter(
        @Advice.This Object channel, @Advice.FieldValue("writeLock") ReentrantLock lock) {
      return GreenHooks.writing((SelectableChannel) channel, lock);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object channel,
        @Advice.FieldValue("writeLock") ReentrantLock lock,
        @Advice.Enter boolean whole,
        @Advice.Thrown(readOnly = false) Throwable thrown,
        @Advice.Argument(0) ByteBuffer source,
        @Advice.Return(readOnly = false) int count)
        throws IOException {
      if (!whole) {
        return;
      }
      try {
        if (thrown instanceof IOException) {
          thrown = GreenHooks.writeFailed((SelectableChannel) channel, thrown);
        } else if (thrown == null) {
          count = GreenHooks.written((SelectableChannel) channel, source, count);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** Goes on until the kernel has everything. */
  static final class WriteAll {
    @Advice.OnMethodEnter
    static boolean enter(
        @Advice.This Object channel, @Advice.FieldValue("writeLock") ReentrantLock lock) {
      return GreenHooks.writing((SelectableChannel) channel, lock);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object channel,
        @Advice.FieldValue("writeLock") ReentrantLock lock,
        @Advice.Enter boolean whole,
        @Advice.Thrown(readOnly = false) Throwable thrown,
        @Advice.Argument(0) ByteBuffer[] sources,
        @Advice.Argument(1) int offset,
        @Advice.Argument(2) int length,
        @Advice.Return(readOnly = false) long count)
        throws IOException {
      if (!whole) {
        return;
      }
      try {
        if (thrown instanceof IOException) {
          thrown = GreenHooks.writeFailed((SelectableChannel) channel, thrown);
        } else if (thrown == null) {
          count = GreenHooks.written((SelectableChannel) channel, sources, offset, length, count);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
