package programs.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** Apache Felix with a bundle whose activator starts threads. */
public final class Bundles {
  private Bundles() {}

  /** The activator, loaded by the bundle's own loader. */
  public static final class Activator implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
      Worker worker = new Worker();
      worker.start();
      worker.join();
      System.out.println("worker " + worker.seen);
      System.out.println(
          "loader differs " + (getClass().getClassLoader() != ClassLoader.getSystemClassLoader()));
      try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
        System.out.println("pool " + pool.submit(() -> Thread.currentThread().isAlive()).get());
      }
      Thread hidden = new Thread(() -> context.getBundle().getHeaders(), "reads");
      hidden.start();
      hidden.join();
      System.out.println(
          "state " + hidden.getState() + " " + context.getBundle().getSymbolicName());
    }

    @Override
    public void stop(BundleContext context) {
      System.out.println("stopped on " + (Thread.currentThread().isVirtual()));
    }
  }

  /** A thread of the bundle. */
  public static final class Worker extends Thread {
    String seen = "nothing";

    @Override
    public void run() {
      seen = (currentThread() == this) + " " + (Thread.currentThread() == this);
    }
  }

  /** Runs the framework from its start to its end. */
  public static void main(String[] args) throws Exception {
    Path storage = Files.createTempDirectory("felix");
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
    framework.start();
    Bundle bundle =
        framework
            .getBundleContext()
            .installBundle("memory:threads", new ByteArrayInputStream(jar()));
    bundle.start();
    System.out.println("active " + (bundle.getState() == Bundle.ACTIVE));
    bundle.stop();
    framework.stop();
    System.out.println("ended " + framework.waitForStop(60_000).getType());
  }

  private static byte[] jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, "threads");
    main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
    main.putValue(Constants.BUNDLE_ACTIVATOR, Activator.class.getName());
    main.putValue(Constants.IMPORT_PACKAGE, "org.osgi.framework");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
      for (Class<?> type : new Class<?>[] {Activator.class, Worker.class}) {
        String file = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(file));
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
          in.transferTo(out);
        }
      }
    }
    return bytes.toByteArray();
  }
}
