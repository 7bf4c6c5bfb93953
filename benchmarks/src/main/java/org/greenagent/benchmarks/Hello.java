package org.greenagent.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The HTTP server that says hello, which exists in all variants. */
record Hello(Launch launch, Load load, Map<Variant, List<String>> foreign) implements Stage {

  /** Asked by that load. */
  Hello(Launch launch, Load load) {
    this(launch, load, new EnumMap<>(Variant.class));
  }

  @Override
  public List<Variant> available(List<Variant> wanted) throws IOException, InterruptedException {
    List<Variant> available = new ArrayList<>();
    for (Variant variant : wanted) {
      try {
        if (!variant.blocking() && variant != Variant.NETTY) {
          foreign.put(variant, Foreign.command(variant));
        }
        available.add(variant);
      } catch (Missing missing) {
        Tool.progress(missing.getMessage() + ": the server '" + variant.id() + "' is left out");
      }
    }
    return available;
  }

  @Override
  public List<String> command(Variant variant) {
    if (variant == Variant.NETTY) {
      return launch.plain("example.http.NettyServer");
    }
    return variant.blocking()
        ? launch.blocking(variant, "example.http.BlockingServer", List.of())
        : foreign.get(variant);
  }
}
