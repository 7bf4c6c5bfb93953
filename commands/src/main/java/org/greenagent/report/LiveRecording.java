package org.greenagent.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.management.MBeanServerConnection;
import jdk.management.jfr.FlightRecorderMXBean;

/** A recording of another JVM, made and fetched by its management beans. */
public final class LiveRecording {
  private static final String SETTINGS = "/org/greenagent/green.jfc";

  private LiveRecording() {}

  /** The settings that are in the jar. */
  public static String settings() throws IOException {
    try (InputStream in = LiveRecording.class.getResourceAsStream(SETTINGS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Records for that time; what others record goes on.
   *
   * @throws IOException when the JVM cannot record, or has ended
   */
  public static void make(MBeanServerConnection server, Duration length, Path file)
      throws IOException, InterruptedException {
    FlightRecorderMXBean recorder =
        ManagementFactory.newPlatformMXBeanProxy(
            server, FlightRecorderMXBean.MXBEAN_NAME, FlightRecorderMXBean.class);
    long recording = recorder.newRecording();
    try {
      recorder.setConfiguration(recording, settings());
      recorder.startRecording(recording);
      Thread.sleep(length);
      recorder.stopRecording(recording);
      fetch(recorder, recording, file);
    } finally {
      recorder.closeRecording(recording);
    }
  }

  private static void fetch(FlightRecorderMXBean recorder, long recording, Path file)
      throws IOException {
    long stream = recorder.openStream(recording, null);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (byte[] part = recorder.readStream(stream);
          part != null;
          part = recorder.readStream(stream)) {
        out.write(part);
      }
    } finally {
      recorder.closeStream(stream);
    }
  }
}
