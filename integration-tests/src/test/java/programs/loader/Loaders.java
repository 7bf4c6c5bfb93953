package programs.loader;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import programs.Cases;
import programs.Job;

/** Loaders that ask their parent last, that load in parallel, and that make classes up. */
public final class Loaders {
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final MethodTypeDesc CURRENT = MethodTypeDesc.of(THREAD);

  private Loaders() {}

  /** What each loader defines anew. */
  public static final class Asked implements Supplier<Thread> {
    static final Thread INITIALISER = Thread.currentThread();

    @Override
    public Thread get() {
      return Thread.currentThread();
    }

    @Override
    public String toString() {
      return "initialised by " + INITIALISER.getName();
    }
  }

  /** Asks its parent last, and loads in parallel. */
  private static final class ParentLast extends ClassLoader {
    static {
      registerAsParallelCapable();
    }

    ParentLast() {
      super("parent last", Loaders.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known == null && name.startsWith("programs.loader.")) {
          known = findClass(name);
        }
        return known == null ? super.loadClass(name, resolve) : known;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    boolean parallel() {
      return isRegisteredAsParallelCapable();
    }
  }

  /** Defines what it is given. */
  private static final class Generated extends ClassLoader {
    Class<?> define(String name, byte[] bytes) {
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** Runs all cases. */
  public static void main(String[] args) throws Exception {
    System.out.println("on main " + parentLast());
    System.out.println("on a thread " + Job.start("last", Loaders::parentLast).outcome());
    parallel();
    System.out.println("made up on main " + made());
    System.out.println("made up on a thread " + Job.start("made", Loaders::made).outcome());
  }

  private static Object parentLast() throws Exception {
    ParentLast loader = new ParentLast();
    Supplier<?> asked = asked(loader);
    return (asked.get() == Thread.currentThread())
        + (" " + asked + " " + loader.parallel())
        + (" " + (asked.getClass() != Asked.class));
  }

  private static Supplier<?> asked(ClassLoader loader) throws ReflectiveOperationException {
    return (Supplier<?>)
        loader.loadClass(Asked.class.getName()).getDeclaredConstructor().newInstance();
  }

  /** Many threads load the same class at once: one defines it, and all get that one. */
  private static void parallel() {
    ParentLast loader = new ParentLast();
    CountDownLatch all = new CountDownLatch(20);
    Set<String> seen = new ConcurrentSkipListSet<>();
    Set<Integer> classes = new ConcurrentSkipListSet<>();
    Thread[] threads = new Thread[20];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Cases.start(
              "loads",
              () -> {
                all.countDown();
                all.await();
                Supplier<?> asked = asked(loader);
                classes.add(System.identityHashCode(asked.getClass()));
                seen.add(asked + " " + (asked.get() == Thread.currentThread()));
              });
    }
    Cases.join(threads);
    System.out.println("parallel " + new TreeSet<>(seen) + classes.size());
  }

  /** A subclass of Thread, and a subclass of that, whose code asks through both names. */
  private static Object made() throws Exception {
    Generated loader = new Generated();
    loader.define("made.Up", thread("made.Up", THREAD));
    Class<?> last = loader.define("made.Upper", thread("made.Upper", ClassDesc.of("made.Up")));
    Thread thread = (Thread) last.getDeclaredConstructor().newInstance();
    thread.start();
    thread.join();
    return thread.getName();
  }

  /** {@code run} sets the name of the current thread, asked for through the class itself. */
  private static byte[] thread(String name, ClassDesc parent) {
    ClassDesc self = ClassDesc.of(name);
    return ClassFile.of()
        .build(
            self,
            type ->
                type.withSuperclass(parent)
                    .withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_SUPER)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code ->
                            code.aload(0)
                                .invokespecial(
                                    parent, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_())
                    .withMethodBody(
                        "run",
                        ConstantDescs.MTD_void,
                        ClassFile.ACC_PUBLIC,
                        code ->
                            code.invokestatic(self, "currentThread", CURRENT)
                                .checkcast(self)
                                .loadConstant("named by " + name)
                                .invokevirtual(
                                    self,
                                    "setName",
                                    MethodTypeDesc.of(
                                        ConstantDescs.CD_void, ConstantDescs.CD_String))
                                .return_()));
  }
}
