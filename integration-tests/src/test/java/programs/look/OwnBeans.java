package programs.look;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeSet;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.TabularData;
import programs.Cases;

/** A program that asks the platform's server of beans about itself. */
public final class OwnBeans {
  private OwnBeans() {}

  /** Prints what stands there of greenlets. */
  public static void main(String[] args) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName all = new ObjectName("org.greenagent:*");
    new TreeSet<>(server.queryNames(all, null)).forEach(System.out::println);
    ObjectName green = new ObjectName("org.greenagent:type=Green");
    if (!server.isRegistered(green)) {
      return;
    }
    Thread sleeper = Cases.start("sleeper", () -> Thread.sleep(3_600_000));
    Cases.untilState(sleeper, Thread.State.TIMED_WAITING);
    System.out.println("hubs " + server.getAttribute(green, "Hubs"));
    System.out.println("settings " + rows(server, green, "Settings"));
    System.out.println("greenlets " + server.getAttribute(green, "Greenlets"));
    System.out.println("states " + rows(server, green, "GreenletsByState"));
    System.out.println("sites " + rows(server, green, "GreenletsBySite"));
    ObjectName hub = new ObjectName("org.greenagent:type=Hub,name=green-hub-0");
    long switches = (Long) server.getAttribute(hub, "Switches");
    Thread.sleep(1);
    System.out.println("switched " + ((Long) server.getAttribute(hub, "Switches") > switches));
    System.out.println("slept " + ((Long) server.getAttribute(hub, "Wakeups") > 0));
    System.out.println("timers " + server.getAttribute(hub, "Timers"));
    System.exit(0);
  }

  private static Map<?, ?> rows(MBeanServer server, ObjectName bean, String attribute)
      throws Exception {
    TabularData table = (TabularData) server.getAttribute(bean, attribute);
    Map<Object, Object> rows = new java.util.TreeMap<>();
    table
        .values()
        .forEach(row -> {
          var columns = (javax.management.openmbean.CompositeData) row;
          rows.put(columns.get("key"), columns.get("value"));
        });
    return rows;
  }
}
