package org.greenagent.hub;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** A class whose initialiser waits, defined anew for each test, as it runs once. */
final class SlowClass extends ClassLoader implements IntSupplier {
  private final Gate gate;

  private SlowClass(Gate gate) {
    super(SlowClass.class.getClassLoader());
    this.gate = gate;
  }

  /** Where the initialiser tells that it is inside, and waits to be let out. */
  static final class Gate {
    final CountDownLatch inside = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);
  }

  /** What asks a class for its value that was never asked before. */
  static IntSupplier afresh(Gate gate) throws ReflectiveOperationException {
    Class<?> asks = new SlowClass(gate).loadClass(Asks.class.getName());
    return (IntSupplier) asks.getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(Asks.class.getName()) && !name.equals(Slow.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream code = getParent().getResourceAsStream(file)) {
      byte[] bytes = code.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** Called by the initialiser, which sees this class by its public parts alone. */
  @Override
  public int getAsInt() {
    gate.inside.countDown();
    try {
      gate.leave.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 42;
  }

  /** Pins whoever initialises it, and whoever waits for that. */
  private static final class Slow {
    static final int VALUE = ((IntSupplier) Slow.class.getClassLoader()).getAsInt();
  }

  /** Public, as it is made from outside of its loader. */
  public static final class Asks implements IntSupplier {
    @Override
    public int getAsInt() {
      return Slow.VALUE;
    }
  }
}
