package org.greenagent.it;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.Location;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A debugger's session with a JVM that listens for one. Confined to one thread. */
final class Debugger implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("at address: (\\d+)");
  private static final long PATIENCE_MILLIS = 60_000;

  private static final List<String> OTHERS =
      List.of("java.*", "jdk.*", "sun.*", "org.greenagent.*");

  private final VirtualMachine vm;

  private Debugger(VirtualMachine vm) {
    this.vm = vm;
  }

  /** Attaches to the JVM that printed where it listens. */
  static Debugger attach(String printed) {
    Matcher port = LISTENING.matcher(printed);
    if (!port.find()) {
      throw new AssertionError("no JVM listens for a debugger:\n" + printed);
    }
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(port.group(1));
    try {
      return new Debugger(connector.attach(arguments));
    } catch (IOException | IllegalConnectorArgumentsException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Sets a breakpoint, waits until threads have stopped there so many times, looking at each one's
   * frames, and clears it. Answers the names of those threads.
   */
  Set<String> stopsAt(String type, String method, int times) {
    Location start = vm.classesByName(type).getFirst().methodsByName(method).getFirst().location();
    BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(start);
    request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
    request.enable();
    Set<String> names = new TreeSet<>();
    try {
      int stops = 0;
      while (stops < times) {
        EventSet events = vm.eventQueue().remove(PATIENCE_MILLIS);
        if (events == null) {
          throw new AssertionError("the debugger is told of no stop");
        }
        for (Event event : events) {
          if (event instanceof BreakpointEvent stop) {
            stops++;
            names.add(nameOf(stop.thread(), method));
          }
        }
        events.resume();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    request.disable();
    return names;
  }

  private static String nameOf(ThreadReference thread, String method) {
    try {
      var frame = thread.frame(0);
      if (!frame.location().method().name().equals(method)
          || frame.getArgumentValues().isEmpty()
          || frame.visibleVariables().isEmpty()) {
        throw new AssertionError("stopped in " + frame);
      }
      return thread.name();
    } catch (IncompatibleThreadStateException | AbsentInformationException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Stops each thread once where a method begins, and from there after each line until it has
   * ended; stepping does not enter classes of the JDK and the agent. Answers the lines of that
   * class with the names of the threads. {@code action} is done once the breakpoints are set; the
   * program must end.
   */
  List<String> stepsToTheEnd(String type, List<String> methods, int depth, Runnable action) {
    for (String method : methods) {
      Location start =
          vm.classesByName(type).getFirst().methodsByName(method).getFirst().location();
      BreakpointRequest request = vm.eventRequestManager().createBreakpointRequest(start);
      request.addCountFilter(1);
      request.enable();
    }
    action.run();
    List<String> lines = new ArrayList<>();
    try {
      while (true) {
        EventSet events = vm.eventQueue().remove(PATIENCE_MILLIS);
        if (events == null) {
          throw new AssertionError("the debugger is told of no stop after " + lines);
        }
        for (Event event : events) {
          if (event instanceof LocatableEvent stop) {
            Location place = stop.location();
            if (place.declaringType().name().equals(type)) {
              lines.add(stop.thread().name() + " " + place.lineNumber());
            }
            if (event instanceof BreakpointEvent) {
              step(stop.thread(), depth);
            }
          }
        }
        events.resume();
      }
    } catch (VMDisconnectedException ended) {
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void step(ThreadReference thread, int depth) {
    StepRequest step =
        vm.eventRequestManager().createStepRequest(thread, StepRequest.STEP_LINE, depth);
    for (String others : OTHERS) {
      step.addClassExclusionFilter(others);
    }
    step.enable();
  }

  /** Suspends all threads, reads their names and depths, and resumes them. */
  List<String> threadNames() {
    vm.suspend();
    try {
      List<String> names = new ArrayList<>();
      for (ThreadReference thread : vm.allThreads()) {
        names.add(thread.name());
        thread.frameCount();
      }
      return names;
    } catch (IncompatibleThreadStateException e) {
      throw new AssertionError(e);
    } finally {
      vm.resume();
    }
  }

  /** Lets the JVM go on alone. */
  @Override
  public void close() {
    try {
      vm.dispose();
    } catch (VMDisconnectedException ended) {
      // it is alone
    }
  }
}
