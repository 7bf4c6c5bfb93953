package org.greenagent.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What wrk has sent until now, counted by a script of its own. Confined to one thread. */
final class WrkCounter {

  private static final String SCRIPT = "count.lua";

  // as in the script
  private static final int BYTES = 4096;
  private static final int EACH_BYTES = 64;

  private final Path script;
  private final Path file;
  private final MappedByteBuffer memory;

  /** For one run after the other; its files go with this JVM. */
  WrkCounter() throws IOException {
    script = Scratch.file(SCRIPT);
    try (InputStream in = WrkCounter.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script);
    }
    file = Scratch.file("count");
    Files.write(file, new byte[BYTES]);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      memory = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
      memory.order(ByteOrder.nativeOrder());
    }
  }

  /** wrk's arguments before the address. */
  List<String> before() {
    return List.of("-s", script.toString());
  }

  /** And behind it. */
  List<String> behind() {
    return List.of("--", file.toString());
  }

  /** By all threads, since this was made. */
  long sent() {
    double sent = 0;
    for (int offset = 0; offset < BYTES; offset += EACH_BYTES) {
      sent += memory.getDouble(offset);
    }
    return (long) sent;
  }
}
