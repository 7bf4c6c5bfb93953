package org.greenagent.agent.patch.jdk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import net.bytebuddy.asm.Advice;
import org.greenagent.agent.patch.Hook;
import org.greenagent.agent.patch.Member;
import org.greenagent.config.Patch;

/** A transfer to a blocking socket channel takes all bytes, as on a platform thread. */
public final class FileTransferPatch extends JdkPatch {

  public FileTransferPatch() {
    super(
        Patch.THREAD,
        "sun.nio.ch.FileChannelImpl",
        "A transfer to a blocking socket channel takes all bytes, as on a platform thread.",
        new Hook.Advised(
            "transferTo", "(JJLjava/nio/channels/WritableByteChannel;)J", Transfer.class));
  }

  @Override
  public List<Member> needs() {
    return List.of(
        new Member(
            "sun.nio.ch.SocketChannelImpl",
            "writeLock",
            "Ljava/util/concurrent/locks/ReentrantLock;"));
  }

  /** Goes on until the kernel has everything. */
  static final class Transfer {
    @Advice.OnMethodEnter
    static ReentrantLock enter(@Advice.Argument(2) WritableByteChannel target) {
      return GreenTransfers.begin(target);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void exit(
        @Advice.This Object source,
        @Advice.Argument(0) long position,
        @Advice.Argument(1) long count,
        @Advice.Argument(2) WritableByteChannel target,
        @Advice.Enter ReentrantLock lock,
        @Advice.Thrown Throwable thrown,
        @Advice.Return(readOnly = false) long transferred)
        throws IOException {
      try {
        if (lock != null && thrown == null) {
          transferred =
              GreenTransfers.rest((FileChannel) source, position, count, target, transferred);
        }
      } finally {
        GreenTransfers.end(lock);
      }
    }
  }
}
