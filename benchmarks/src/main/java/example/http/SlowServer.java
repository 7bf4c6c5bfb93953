package example.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;

/** What a gateway asks: answers after a while, by hand on Netty, so that it costs little itself. */
public final class SlowServer {

  private SlowServer() {}

  /**
   * The argument is the delay in milliseconds. Prints its port and serves until the process is
   * ended.
   */
  public static void main(String[] args) throws InterruptedException {
    long delayMillis = Long.parseLong(args[0]);
    NettyServer.run(() -> delayMillis == 0 ? new NettyServer.Answers() : new Late(delayMillis));
  }

  /** Lets requests through when they are due; the order stays. */
  @SuppressWarnings("FutureReturnValueIgnored")
  private static final class Late extends ChannelInboundHandlerAdapter {
    private final NettyServer.Answers answers = new NettyServer.Answers();
    private final long delayMillis;

    Late(long delayMillis) {
      this.delayMillis = delayMillis;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      context
          .executor()
          .schedule(
              () -> {
                answers.channelRead(context, message);
                context.flush();
              },
              delayMillis,
              TimeUnit.MILLISECONDS);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
      context.close();
    }
  }
}
