package programs.real;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import programs.Cases;

/** A gRPC server and its clients on Netty's NIO transport: single calls, streams, deadlines. */
public final class Grpc {
  private static final Logger LOGGER = Logger.getLogger("io.grpc");

  private static final MethodDescriptor<String, String> ASK = method("Ask", MethodType.UNARY);
  private static final MethodDescriptor<String, String> COUNT =
      method("Count", MethodType.SERVER_STREAMING);
  private static final MethodDescriptor<String, String> TALK =
      method("Talk", MethodType.BIDI_STREAMING);

  private Grpc() {}

  private static final class Text implements MethodDescriptor.Marshaller<String> {
    @Override
    public InputStream stream(String value) {
      return new ByteArrayInputStream(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String parse(InputStream stream) {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Serves, asks, stops. */
  public static void main(String[] args) throws Exception {
    LOGGER.setLevel(Level.OFF);
    EventLoopGroup group = new NioEventLoopGroup(2);
    ExecutorService executor = Executors.newFixedThreadPool(20, Grpc::server);
    Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(group)
            .workerEventLoopGroup(group)
            .executor(executor)
            .addService(service())
            .build()
            .start();
    ManagedChannel channel = channel(server.getPort(), group);
    Load.large(40, 100, number -> ask(channel, number));
    Census.threads("server", 20);
    int port = server.getPort();
    Load.large(10, 20, number -> alone(port, group, number));
    counted(channel);
    talked(channel);
    failed(channel);
    System.out.println(channel.shutdown().awaitTermination(1, TimeUnit.MINUTES));
    System.out.println(server.shutdown().awaitTermination(1, TimeUnit.MINUTES));
    executor.shutdown();
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
  }

  private static Thread server(Runnable task) {
    return new Thread(task, "server");
  }

  private static ManagedChannel channel(int port, EventLoopGroup group) {
    return NettyChannelBuilder.forAddress("127.0.0.1", port)
        .channelType(NioSocketChannel.class)
        .eventLoopGroup(group)
        .usePlaintext()
        .build();
  }

  private static MethodDescriptor<String, String> method(String name, MethodType type) {
    return MethodDescriptor.<String, String>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName("Answers", name))
        .setRequestMarshaller(new Text())
        .setResponseMarshaller(new Text())
        .build();
  }

  private static ServerServiceDefinition service() {
    return ServerServiceDefinition.builder("Answers")
        .addMethod(ASK, ServerCalls.asyncUnaryCall(Grpc::answer))
        .addMethod(
            COUNT,
            ServerCalls.asyncServerStreamingCall((limit, out) -> {
              for (int i = 0; i < Integer.parseInt(limit); i++) {
                out.onNext("number " + i);
              }
              out.onCompleted();
            }))
        .addMethod(TALK, ServerCalls.asyncBidiStreamingCall(Echo::new))
        .build();
  }

  private static void answer(String request, StreamObserver<String> out) {
    switch (request) {
      case "fail" -> out.onError(Status.NOT_FOUND.withDescription("failed").asRuntimeException());
      case "throw" -> throw new IllegalStateException("thrown");
      case "never" -> {}
      default -> {
        Cases.sneak(() -> Thread.sleep(1));
        out.onNext("answer " + request);
        out.onCompleted();
      }
    }
  }

  private record Echo(StreamObserver<String> out) implements StreamObserver<String> {
    @Override
    public void onNext(String value) {
      out.onNext("echo " + value);
    }

    @Override
    public void onError(Throwable e) {
      System.out.println(Cases.describe(e));
    }

    @Override
    public void onCompleted() {
      out.onCompleted();
    }
  }

  private record Collected(LinkedBlockingQueue<String> all, CountDownLatch end)
      implements StreamObserver<String> {
    @Override
    public void onNext(String value) {
      all.add(value);
    }

    @Override
    public void onError(Throwable e) {
      System.out.println(Cases.describe(e));
      end.countDown();
    }

    @Override
    public void onCompleted() {
      end.countDown();
    }
  }

  private static String ask(ManagedChannel channel, Object question) {
    return ClientCalls.blockingUnaryCall(
        channel, ASK, CallOptions.DEFAULT, String.valueOf(question));
  }

  private static String alone(int port, EventLoopGroup group, int number) throws Exception {
    ManagedChannel channel = channel(port, group);
    try {
      return ask(channel, number);
    } finally {
      channel.shutdown().awaitTermination(1, TimeUnit.MINUTES);
    }
  }

  private static void counted(ManagedChannel channel) {
    Iterator<String> numbers =
        ClientCalls.blockingServerStreamingCall(channel, COUNT, CallOptions.DEFAULT, "10000");
    int count = 0;
    while (numbers.hasNext() && numbers.next().equals("number " + count)) {
      count++;
    }
    System.out.println("counted " + count);
  }

  private static void talked(ManagedChannel channel) throws InterruptedException {
    Collected heard = new Collected(new LinkedBlockingQueue<>(), new CountDownLatch(1));
    StreamObserver<String> out =
        ClientCalls.asyncBidiStreamingCall(channel.newCall(TALK, CallOptions.DEFAULT), heard);
    for (int i = 0; i < 1000; i++) {
      out.onNext("x".repeat(i));
      if (!heard.all().take().equals("echo " + "x".repeat(i))) {
        System.out.println("wrong echo " + i);
      }
    }
    out.onCompleted();
    System.out.println("talked " + heard.end().await(1, TimeUnit.MINUTES));
  }

  private static void failed(ManagedChannel channel) {
    Cases.show("fails", () -> ask(channel, "fail"));
    Cases.show("throws", () -> ask(channel, "throw"));
    CallOptions hasty = CallOptions.DEFAULT.withDeadlineAfter(200, TimeUnit.MILLISECONDS);
    try {
      ClientCalls.blockingUnaryCall(channel, ASK, hasty, "never");
    } catch (StatusRuntimeException e) {
      System.out.println("in vain " + e.getStatus().getCode());
    }
  }
}
