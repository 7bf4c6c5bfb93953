package org.greenagent.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A prompt into the running program: whoever connects, with {@code nc} or {@code telnet}, gets a
 * JShell of this very JVM. There is no password, so it listens on a loopback address only, and only
 * where a program starts it.
 *
 * <pre>{@code
 * BackdoorServer backdoor = new BackdoorServer(4711);
 * backdoor.local("pool", pool);
 * backdoor.start();
 * }</pre>
 *
 * <p>Each connection has a JShell of its own, with the variables that {@link #local} gave it, and
 * {@code out}, which prints to the connection; {@code System.out} is the program's. {@code quit},
 * {@code exit} and the end of the input end the connection and not the program.
 *
 * <p>It needs the module {@code jdk.jshell}, and loads it with the first connection; where that is
 * not there, the connection is told so. The class path is that of the program; classes that other
 * loaders know are not found.
 *
 * <p>Threads: any. Blocks: {@link #stop}.
 */
public final class BackdoorServer implements AutoCloseable {
  private final StreamServer server;
  private final Map<String, Object> locals = new ConcurrentHashMap<>();

  /** Will listen at a port of the loopback interface; 0 means any port that is free. */
  public BackdoorServer(int port) {
    this(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /**
   * Will listen at an address of the loopback interface.
   *
   * @throws IllegalArgumentException for any other address
   */
  public BackdoorServer(InetSocketAddress address) {
    if (address.getAddress() == null || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "a backdoor listens on a loopback address only, not on " + address);
    }
    server = new StreamServer(address, this::serve);
  }

  /**
   * Gives the connections that come a variable of that name; it has the type of the value, as far
   * as that is public.
   */
  public void local(String name, Object value) {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a variable: " + name);
    }
    locals.put(name, value);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }

  /** As {@link Server#start}. */
  public void start() throws IOException {
    server.start();
  }

  /** Where it listens; before the start, where it is to. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Accepts no more, and ends the connections at once. */
  public void stop() throws InterruptedException {
    server.stop(Duration.ZERO);
  }

  /** Accepts no more; the connections go on. */
  @Override
  public void close() {
    server.close();
  }

  private void serve(Socket client) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
    try {
      Shell.serve(in, out, locals);
    } catch (NoClassDefFoundError missing) {
      out.println("there is no JShell here: this runtime has no module jdk.jshell");
    }
  }

  @Override
  public String toString() {
    return "BackdoorServer[" + address() + "]";
  }
}
