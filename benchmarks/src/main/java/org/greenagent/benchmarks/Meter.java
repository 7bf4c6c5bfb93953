package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a server, and those that have a rest meanwhile, use in one turn. */
final class Meter implements Watch {

  private final Program server;
  private final List<Program> resting;
  private final int idleDescriptors;
  private int descriptors;
  private Reading first;
  private Reading last;

  /**
   * For one turn.
   *
   * @param idleDescriptors how many the server has when nobody is connected
   */
  Meter(Program server, int idleDescriptors, List<Program> resting) {
    this.server = server;
    this.resting = List.copyOf(resting);
    this.idleDescriptors = idleDescriptors;
  }

  private record Reading(long nanos, ProcessUse use, List<Long> restingMicros) {}

  /** All are accepted, and since the last question nothing was opened or closed. */
  @Override
  public boolean stands(int connections) throws IOException {
    int now = server.descriptors();
    boolean steady = now == descriptors;
    descriptors = now;
    return steady && now >= idleDescriptors + connections;
  }

  @Override
  public void begin() throws IOException {
    first = read();
  }

  @Override
  public void end() throws IOException {
    last = read();
  }

  private Reading read() throws IOException {
    List<Long> restingMicros = new ArrayList<>();
    for (Program program : resting) {
      restingMicros.add(program.use().cpuMicros());
    }
    return new Reading(System.nanoTime(), server.use(), restingMicros);
  }

  /** CPU time of the server's process between beginning and end, in microseconds. */
  long cpuMicros() {
    return last.use.cpuMicros() - first.use.cpuMicros();
  }

  /** What the server held at the end. */
  ProcessUse use() {
    return last.use;
  }

  /** CPU time of the resting server that took most of it, as a share of the time that passed. */
  double restingShare() {
    long most = 0;
    for (int i = 0; i < resting.size(); i++) {
      most = Math.max(most, last.restingMicros.get(i) - first.restingMicros.get(i));
    }
    return most * 1e3 / (last.nanos - first.nanos);
  }
}
