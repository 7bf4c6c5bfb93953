package org.greenagent.agent.access;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.greenagent.vthread.JdkThreads;

/**
 * Virtual threads by way of the bridge, and lookups for what is asked for rarely.
 *
 * <p>Threads: any, once the bridge is there. Blocks: never. Hot.
 */
public final class BridgeThreads extends JdkThreads
    implements Function<Class<?>, MethodHandles.Lookup> {
  private static final GreenAccess ACCESS = JavaBase.access();

  /** One is enough. */
  public BridgeThreads() {}

  @Override
  public MethodHandles.Lookup apply(Class<?> type) {
    return JavaBase.lookupIn(type);
  }

  @Override
  protected Thread create(Executor scheduler, String name, int characteristics, Runnable body) {
    return ACCESS.virtualThread(scheduler, name, characteristics, body);
  }

  @Override
  protected Executor scheduler(Thread virtual) {
    return ACCESS.scheduler(virtual);
  }

  @Override
  protected Thread currentCarrier() {
    return ACCESS.carrier();
  }

  @Override
  protected Class<?> continuation(Executor any) {
    return ACCESS.continuation(any);
  }
}
