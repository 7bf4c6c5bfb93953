package org.greenagent.micrometer;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * One management bean of the agent. Threads: any. Blocks: never. Fails: never; a bean that is gone,
 * or an older agent's, has no number.
 */
final class Bean {
  static final String GREEN = "org.greenagent:type=Green";
  static final String HUBS = "org.greenagent:type=Hub,*";

  private final MBeanServer server;
  private final ObjectName name;

  private Bean(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /** Those that match; the agent registers its own with the first question for the server. */
  static List<Bean> all(String pattern) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      List<Bean> beans = new ArrayList<>();
      for (ObjectName name : new TreeSet<>(server.queryNames(new ObjectName(pattern), null))) {
        beans.add(new Bean(server, name));
      }
      return beans;
    } catch (MalformedObjectNameException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /** The part of its name that tells it from others of its type. */
  String name() {
    return name.getKeyProperty("name");
  }

  /** The value of that attribute; NaN when there is none. */
  double number(String attribute) {
    return attribute(attribute) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The rows of that attribute, by key. */
  Map<String, Double> numbers(String attribute) {
    Map<String, Double> rows = new HashMap<>();
    if (attribute(attribute) instanceof TabularData table) {
      for (Object row : table.values()) {
        CompositeData columns = (CompositeData) row;
        rows.put((String) columns.get("key"), ((Number) columns.get("value")).doubleValue());
      }
    }
    return rows;
  }

  private Object attribute(String attribute) {
    try {
      return server.getAttribute(name, attribute);
    } catch (JMException gone) {
      return null;
    }
  }
}
