package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.List;

/** A server to be compared, and what stands around it for as long as it is. */
interface Stage extends AutoCloseable {

  /** Those of the variants that there are; tells of each that is left out. */
  default List<Variant> available(List<Variant> wanted) throws IOException, InterruptedException {
    return wanted.stream().filter(Variant::blocking).toList();
  }

  /** The whole command that starts one of those. */
  List<String> command(Variant variant);

  /** Who asks it. */
  Load load();

  @Override
  default void close() throws IOException {}
}
