package programs.handoff;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import programs.Cases;
import programs.Job;

/** Class loaders that wait for another thread while the JVM itself waits for the class. */
public final class Loading {
  private static final CountDownLatch RELEASE = new CountDownLatch(1);

  private Loading() {}

  /** Loaded by {@link Slow}, twice at once. */
  public static final class Loaded {
    /** Tells whose it is. */
    @Override
    public String toString() {
      return "loaded by " + getClass().getClassLoader().getClass().getSimpleName();
    }
  }

  /** Touches {@link Loaded} by its byte code alone, so that the JVM asks the loader. */
  public static final class Toucher implements java.util.function.Supplier<String> {
    @Override
    public String get() {
      return new Loaded().toString();
    }
  }

  private static class Slow extends ClassLoader {
    Slow() {
      super(Loading.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(Loading.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        if (name.endsWith("Loaded")) {
          Cases.sneak(RELEASE::await);
        }
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] bytes = in.readAllBytes();
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }

  private static final class SlowParallel extends Slow {
    static {
      registerAsParallelCapable();
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    ClassLoader loader = args[0].equals("parallel") ? new SlowParallel() : new Slow();
    Job[] jobs = new Job[4];
    for (int i = 0; i < jobs.length; i++) {
      jobs[i] = Job.start("loads", () -> touch(loader));
    }
    Cases.start("releaser", RELEASE::countDown);
    for (Job job : jobs) {
      System.out.println(job.outcome());
    }
  }

  private static Object touch(ClassLoader loader) throws Exception {
    Object toucher =
        Class.forName(Toucher.class.getName(), true, loader).getConstructor().newInstance();
    return ((java.util.function.Supplier<?>) toucher).get();
  }
}
