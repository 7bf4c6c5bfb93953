package example.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** The same server by hand: Netty, native epoll, one event loop a processor, no codec between. */
public final class NettyServer {

  private static final int BACKLOG = 4096;

  private NettyServer() {}

  /** Prints its port and serves until the process is ended. */
  public static void main(String[] args) throws InterruptedException {
    run(Answers::new);
  }

  /** Prints its port and serves each connection by a handler of its own. */
  static void run(Supplier<ChannelHandler> handlers) throws InterruptedException {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(), EpollIoHandler.newFactory());
    Channel listener = start(loops, handlers);
    System.out.println(((InetSocketAddress) listener.localAddress()).getPort());
    listener.closeFuture().sync();
  }

  /** Serves on these loops; answers the listening channel, bound to a free loopback port. */
  public static Channel start(EventLoopGroup loops) throws InterruptedException {
    return start(loops, Answers::new);
  }

  private static Channel start(EventLoopGroup loops, Supplier<ChannelHandler> handlers)
      throws InterruptedException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(handlers.get());
                  }
                });
    return bootstrap.bind(InetAddress.getLoopbackAddress(), 0).sync().channel();
  }

  /** One connection; a write that fails closes it, so nobody needs the futures. */
  @SuppressWarnings("FutureReturnValueIgnored")
  static final class Answers extends ChannelInboundHandlerAdapter {

    private static final ByteBuf ANSWER =
        Unpooled.unreleasableBuffer(
            Unpooled.directBuffer().writeBytes(RequestEnds.ANSWER).asReadOnly());

    private final RequestEnds ends = new RequestEnds();

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes = (ByteBuf) message;
      try {
        while (bytes.isReadable()) {
          if (ends.accept(bytes.readByte())) {
            context.write(ANSWER.duplicate(), context.voidPromise());
          }
        }
      } finally {
        bytes.release();
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      context.flush();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
      context.close();
    }
  }
}
