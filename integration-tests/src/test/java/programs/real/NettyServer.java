package programs.real;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.codec.string.StringEncoder;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** A line server on Netty, on NIO or on its native epoll; the argument chooses. */
public final class NettyServer {
  private NettyServer() {}

  private static final class Answer extends SimpleChannelInboundHandler<String> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, String line) {
      boolean inLoop = context.channel().eventLoop().inEventLoop();
      boolean fast = Thread.currentThread() instanceof FastThreadLocalThread;
      context
          .executor()
          .schedule(
              () -> context.writeAndFlush((inLoop && fast ? "answer " : "wrong ") + line + "\n"),
              1,
              TimeUnit.MILLISECONDS);
    }
  }

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    boolean epoll = args[0].equals("epoll");
    EventLoopGroup group = epoll ? new EpollEventLoopGroup(2) : new NioEventLoopGroup(2);
    Class<? extends ServerChannel> type =
        epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    Channel server =
        new ServerBootstrap()
            .group(group)
            .channel(type)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(new LineBasedFrameDecoder(100))
                        .addLast(new StringDecoder(), new StringEncoder(), new Answer());
                  }
                })
            .bind("127.0.0.1", 0)
            .sync()
            .channel();
    int port = ((InetSocketAddress) server.localAddress()).getPort();
    System.out.println("right " + Load.run(number -> ask(port, number)));
    server.close().sync();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
    System.out.println("shut down " + group.isTerminated());
  }

  private static String ask(int port, int number) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write((number + "\n").getBytes());
      return new BufferedReader(new InputStreamReader(socket.getInputStream())).readLine();
    }
  }
}
