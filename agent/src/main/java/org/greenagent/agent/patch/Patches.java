package org.greenagent.agent.patch;

import java.util.List;
import org.greenagent.agent.patch.jdk.BlockerPatch;
import org.greenagent.agent.patch.jdk.BlockerPatch.Announced;
import org.greenagent.agent.patch.jdk.ConnectPatch;
import org.greenagent.agent.patch.jdk.ContinuationPatch;
import org.greenagent.agent.patch.jdk.DatagramChannelImplPatch;
import org.greenagent.agent.patch.jdk.DatagramDispatcherPatch;
import org.greenagent.agent.patch.jdk.DatagramSocketAdaptorPatch;
import org.greenagent.agent.patch.jdk.EPollPollerPatch;
import org.greenagent.agent.patch.jdk.EPollSelectorImplPatch;
import org.greenagent.agent.patch.jdk.FileCleanablePatch;
import org.greenagent.agent.patch.jdk.FileDescriptorClosePatch;
import org.greenagent.agent.patch.jdk.FileTransferPatch;
import org.greenagent.agent.patch.jdk.InterruptibleChannelPatch;
import org.greenagent.agent.patch.jdk.JdkEventsPatch;
import org.greenagent.agent.patch.jdk.KnownWorkPatch;
import org.greenagent.agent.patch.jdk.LauncherHelperPatch;
import org.greenagent.agent.patch.jdk.LockSupportPatch;
import org.greenagent.agent.patch.jdk.LookupPatch;
import org.greenagent.agent.patch.jdk.ManagementFactoryPatch;
import org.greenagent.agent.patch.jdk.MemorySessionImplPatch;
import org.greenagent.agent.patch.jdk.MethodPatch;
import org.greenagent.agent.patch.jdk.NativeThreadSetPatch;
import org.greenagent.agent.patch.jdk.NioSocketImplPatch;
import org.greenagent.agent.patch.jdk.NioSocketReadPatch;
import org.greenagent.agent.patch.jdk.PipeInputStreamPatch;
import org.greenagent.agent.patch.jdk.PollerParkPatch;
import org.greenagent.agent.patch.jdk.PollerPatch;
import org.greenagent.agent.patch.jdk.PollerSelectPatch;
import org.greenagent.agent.patch.jdk.PollersPatch;
import org.greenagent.agent.patch.jdk.ServerSocketPatch;
import org.greenagent.agent.patch.jdk.ShutdownHooksPatch;
import org.greenagent.agent.patch.jdk.SinkChannelImplPatch;
import org.greenagent.agent.patch.jdk.SocketChannelImplPatch;
import org.greenagent.agent.patch.jdk.SocketDispatcherPatch;
import org.greenagent.agent.patch.jdk.SocketPatch;
import org.greenagent.agent.patch.jdk.SystemInPatch;
import org.greenagent.agent.patch.jdk.ThreadBuildersPatch;
import org.greenagent.agent.patch.jdk.ThreadImplPatch;
import org.greenagent.agent.patch.jdk.ThreadPatch;
import org.greenagent.agent.patch.jdk.ThreadSnapshotPatch;
import org.greenagent.agent.patch.jdk.UnixDispatcherPatch;
import org.greenagent.agent.patch.jdk.UnsafePatch;
import org.greenagent.agent.patch.jdk.VirtualThreadLockPatch;
import org.greenagent.agent.patch.jdk.VirtualThreadPatch;
import org.greenagent.agent.patch.jdk.VirtualThreadSchedulerPatch;
import org.greenagent.agent.patch.jdk.VirtualThreadTimePatch;
import org.greenagent.config.Patch;

/** Every change that is made to the JDK, a row for each type and toggle. */
public final class Patches {

  /** The table, in the order in which the rows are applied to one type. */
  public static final List<TypePatch> ALL =
      List.of(
          new ThreadPatch(),
          new VirtualThreadPatch(),
          new ThreadSnapshotPatch(),
          new ThreadImplPatch(),
          new JdkEventsPatch(),
          new ManagementFactoryPatch(),
          new ContinuationPatch(),
          new LockSupportPatch(),
          new UnsafePatch(),
          new KnownWorkPatch(),
          new MethodPatch(),
          new LookupPatch(),
          new ShutdownHooksPatch(),
          new PollerParkPatch(),
          new NioSocketImplPatch(),
          new SocketPatch(),
          new ServerSocketPatch(),
          new DatagramSocketAdaptorPatch(),
          new DatagramChannelImplPatch(),
          new SocketChannelImplPatch(),
          new SinkChannelImplPatch(),
          new NativeThreadSetPatch(),
          new FileTransferPatch(),
          new MemorySessionImplPatch(),
          new LauncherHelperPatch(),
          new ThreadBuildersPatch(),
          new VirtualThreadSchedulerPatch(),
          new PollersPatch(),
          new EPollPollerPatch(),
          new PollerPatch(),
          new NioSocketReadPatch(),
          new SocketDispatcherPatch(),
          new ConnectPatch(),
          new InterruptibleChannelPatch(),
          new UnixDispatcherPatch(),
          new DatagramDispatcherPatch(),
          new PollerSelectPatch(),
          new EPollSelectorImplPatch(),
          new VirtualThreadTimePatch(),
          new VirtualThreadLockPatch(),
          new BlockerPatch(
              Patch.FILE,
              "sun.nio.ch.FileChannelImpl",
              "Forcing, locking and direct transfers give the hub away first.",
              Announced.ALWAYS,
              Announced.SOMETIMES),
          new BlockerPatch(
              Patch.FILE,
              "java.io.RandomAccessFile",
              "Synchronous writes give the hub away first.",
              Announced.SOMETIMES),
          new BlockerPatch(
              Patch.FILE,
              "java.io.FileDescriptor",
              "FileDescriptor.sync gives the hub away first.",
              Announced.ALWAYS),
          new BlockerPatch(
              Patch.FILE,
              "java.nio.MappedMemoryUtils",
              "MappedByteBuffer.force gives the hub away first.",
              Announced.ALWAYS),
          new BlockerPatch(
              Patch.DNS,
              "java.net.InetAddress$PlatformResolver",
              "A name look-up gives the hub away first.",
              Announced.ALWAYS),
          new PipeInputStreamPatch(),
          new SystemInPatch(),
          new FileDescriptorClosePatch(),
          new FileCleanablePatch());

  private Patches() {}
}
