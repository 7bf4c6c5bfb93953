package org.greenagent.watch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The signals of the process that are watched. They are the JDK's {@code sun.misc.Signal}, found by
 * name, as javac warns of it: a program may run without its module, {@code jdk.unsupported}.
 *
 * <p>Threads: any. Blocks: for the moment that another thread is here.
 */
final class Signals {
  private static final Map<String, Watched> WATCHED = new HashMap<>(); // guarded by itself

  private Signals() {}

  /**
   * Refuses what is no signal.
   *
   * @throws IllegalArgumentException for a name that the system does not know
   * @throws UnsupportedOperationException without the module
   */
  static void check(String signal) {
    make(signal);
  }

  /** Has it told of its signal; the first for a signal takes it over. */
  static void add(SignalWatcher watcher) {
    synchronized (WATCHED) {
      Watched watched = WATCHED.get(watcher.signal());
      if (watched == null) {
        watched = new Watched(new ArrayList<>(), make(watcher.signal()));
        watched.takeOver();
        WATCHED.put(watcher.signal(), watched);
      }
      watched.watchers.add(watcher);
    }
  }

  /** The last for a signal gives it back. */
  static void remove(SignalWatcher watcher) {
    synchronized (WATCHED) {
      Watched watched = WATCHED.get(watcher.signal());
      watched.watchers.remove(watcher);
      if (watched.watchers.isEmpty()) {
        WATCHED.remove(watcher.signal());
        watched.giveBack();
      }
    }
  }

  private static Object make(String signal) {
    try {
      return Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(signal);
    } catch (ReflectiveOperationException e) {
      throw failed(e);
    }
  }

  private static RuntimeException failed(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException
            && e.getCause() instanceof IllegalArgumentException refused
        ? new IllegalArgumentException(refused.getMessage(), refused)
        : new UnsupportedOperationException("signals need the module jdk.unsupported", e);
  }

  /** Who watches a signal. */
  private static final class Watched {
    private final List<SignalWatcher> watchers; // guarded by WATCHED
    private final Object signal;
    private Object before; // what the signal did

    Watched(List<SignalWatcher> watchers, Object signal) {
      this.watchers = watchers;
      this.signal = signal;
    }

    void takeOver() {
      before = handle(proxy());
    }

    void giveBack() {
      handle(before);
    }

    private Object handle(Object handler) {
      try {
        return signal
            .getClass()
            .getMethod("handle", signal.getClass(), handlerType())
            .invoke(null, signal, handler);
      } catch (ReflectiveOperationException e) {
        throw failed(e);
      }
    }

    private Object proxy() {
      try {
        return Proxy.newProxyInstance(
            Signals.class.getClassLoader(),
            new Class<?>[] {handlerType()},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "handle" -> tell();
                  case "hashCode" -> System.identityHashCode(self);
                  case "equals" -> self == arguments[0];
                  default -> "watched signal";
                });
      } catch (ReflectiveOperationException e) {
        throw failed(e);
      }
    }

    private Object tell() {
      synchronized (WATCHED) {
        watchers.forEach(SignalWatcher::received);
      }
      return null;
    }

    private static Class<?> handlerType() throws ClassNotFoundException {
      return Class.forName("sun.misc.SignalHandler");
    }
  }
}
