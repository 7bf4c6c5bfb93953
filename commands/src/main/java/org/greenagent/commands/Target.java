package org.greenagent.commands;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.greenagent.management.GreenMXBean;

/** A program under the agent that a command looks into, by its management beans. */
final class Target implements AutoCloseable {
  private static final ObjectName GREEN = name("org.greenagent:type=Green");
  private static final ObjectName HUBS = name("org.greenagent:type=Hub,*");
  private static final String OPTIONS = "sun.jvm.args";
  private static final int OLDEST = 25;

  private final long pid;
  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private Target(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    server = connector.getMBeanServerConnection();
  }

  /** Attaches to the process of that number. */
  // the address is the JVM's own answer
  @SuppressWarnings("BanJNDI")
  static Target of(long pid) throws Refusal {
    check(pid);
    try {
      VirtualMachine jvm = VirtualMachine.attach(String.valueOf(pid));
      try {
        checkAgent(pid, jvm);
        JMXServiceURL address = new JMXServiceURL(jvm.startLocalManagementAgent());
        Target target = new Target(pid, JMXConnectorFactory.connect(address));
        target.checkBeans(jvm);
        return target;
      } finally {
        jvm.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new Refusal("process " + pid + " cannot be attached to: " + e.getMessage());
    }
  }

  private static void check(long pid) throws Refusal {
    if (!Processes.exists(pid)) {
      throw new Refusal("there is no process " + pid + "; " + Processes.choices());
    }
    try {
      if (!Processes.runsJava(pid)) {
        throw new Refusal("process " + pid + " is no JVM; " + Processes.choices());
      }
    } catch (AccessDeniedException e) {
      throw new Refusal("process " + pid + " is another user's; " + Processes.choices());
    } catch (IOException e) {
      throw new Refusal("process " + pid + " has ended; " + Processes.choices());
    }
  }

  private static void checkAgent(long pid, VirtualMachine jvm) throws IOException, Refusal {
    String options = jvm.getAgentProperties().getProperty(OPTIONS, "");
    if (!Processes.startedWithAgent(pid)
        && !Processes.namesAgent(pid, List.of(options.split(" ", -1)))) {
      throw new Refusal("process " + pid + " does not run under the agent; " + Processes.choices());
    }
    String jdk = jvm.getSystemProperties().getProperty("java.specification.version", "?");
    if (jdk.startsWith("1.") || (jdk.matches("\\d+") && Integer.parseInt(jdk) < OLDEST)) {
      throw new Refusal(
          "process " + pid + " runs unpatched on JDK " + jdk + ": the agent needs " + OLDEST);
    }
  }

  private void checkBeans(VirtualMachine jvm) throws IOException, Refusal {
    if (server.isRegistered(GREEN)) {
      return;
    }
    try {
      Path jar = Path.of(Target.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      jvm.loadAgent(jar.toString(), "serve");
    } catch (AgentLoadException | AgentInitializationException | URISyntaxException e) {
      throw new Refusal("process " + pid + " cannot be looked into: " + e.getMessage());
    }
    if (!server.isRegistered(GREEN)) {
      close();
      throw new Refusal("process " + pid + " has the agent, but nothing is patched in it");
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  long pid() {
    return pid;
  }

  /** Its management beans. */
  MBeanServerConnection server() {
    return server;
  }

  /** The bean of all greenlets. */
  GreenMXBean green() {
    return JMX.newMXBeanProxy(server, GREEN, GreenMXBean.class);
  }

  /** The attributes of each hub by name, all of one hub read at once. */
  List<Map<String, Object>> hubs() throws IOException {
    Set<ObjectName> names = new TreeSet<>(server.queryNames(HUBS, null));
    List<Map<String, Object>> hubs = new ArrayList<>();
    for (ObjectName name : names) {
      try {
        String[] attributes =
            Arrays.stream(server.getMBeanInfo(name).getAttributes())
                .map(MBeanAttributeInfo::getName)
                .toArray(String[]::new);
        Map<String, Object> values = new HashMap<>();
        for (Attribute one : server.getAttributes(name, attributes).asList()) {
          values.put(one.getName(), one.getValue());
        }
        hubs.add(values);
      } catch (JMException e) {
        throw new IOException(e);
      }
    }
    return hubs;
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      // the program has ended: there is nothing to close
    }
  }
}
