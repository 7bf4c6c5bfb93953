package org.greenagent.benchmarks;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Servers of one stage that are all there at the same time, and are loaded in short turns: what
 * changes with the minute or the start of a JVM meets both sides of a ratio. Confined to one
 * thread.
 */
final class Sitting implements AutoCloseable {

  private static final long LOOK_MILLIS = 200;
  private static final long CALM_NANOS = 20_000_000_000L;

  private final Stage stage;
  private final int connections;
  private final Map<Variant, Program> servers = new EnumMap<>(Variant.class);
  private final Map<Variant, Integer> idleDescriptors = new EnumMap<>(Variant.class);

  private Sitting(Stage stage, int connections) {
    this.stage = stage;
    this.connections = connections;
  }

  /**
   * The rounds of all sittings; a server that fails takes no part from there.
   *
   * @param what is measured, for those who wait
   * @param summary tells them of one round
   */
  static Map<Variant, List<Round>> take(
      String what,
      Stage stage,
      List<Variant> variants,
      int connections,
      Settings settings,
      Function<Round, String> summary)
      throws InterruptedException {
    Turns<Round> turns = new Turns<>(what, variants, summary);
    for (int i = 0; i < settings.sittings(); i++) {
      try (Sitting sitting = new Sitting(stage, connections)) {
        turns.prepare(variant -> sitting.start(variant, settings.warmupSeconds()));
        for (int round = 0; round < settings.rounds(); round++) {
          turns.round(variant -> sitting.turn(variant, settings.seconds()));
        }
      }
    }
    return turns.results();
  }

  private void start(Variant variant, int warmupSeconds) throws IOException, InterruptedException {
    Program server = Program.start(stage.command(variant));
    servers.put(variant, server);
    try {
      idleDescriptors.put(variant, server.descriptors());
      stage.load().run(server.port(), connections, warmupSeconds);
      calmDown(server);
    } catch (IOException failed) {
      end(variant);
      throw failed;
    }
  }

  private Round turn(Variant variant, int seconds) throws IOException, InterruptedException {
    Program server = servers.get(variant);
    List<Program> others = servers.values().stream().filter(other -> other != server).toList();
    try {
      Meter meter = new Meter(server, idleDescriptors.get(variant), others);
      Load.Result result = stage.load().run(server.port(), connections, seconds, meter);
      calmDown(server);
      return Round.of(result, meter);
    } catch (NoSuchFileException gone) {
      end(variant);
      throw new IOException("a server ended under load", gone);
    } catch (IOException failed) {
      end(variant);
      throw failed;
    }
  }

  /**
   * What changes while a server does something, even if that takes less than a tick of its time.
   */
  private record Activity(long cpuMicros, int descriptors) {
    static Activity of(Program server) throws IOException {
      return new Activity(server.use().cpuMicros(), server.descriptors());
    }
  }

  /** Waits until it has closed its connections, and rests. */
  private static void calmDown(Program server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Activity before;
    Activity now = Activity.of(server);
    do {
      if (System.nanoTime() - start > CALM_NANOS) {
        throw new IOException("it goes on working when nobody asks");
      }
      Thread.sleep(LOOK_MILLIS);
      before = now;
      now = Activity.of(server);
    } while (!now.equals(before));
  }

  private void end(Variant variant) {
    servers.remove(variant).close();
  }

  /** Ends all servers. */
  @Override
  public void close() {
    servers.values().forEach(Program::close);
  }
}
