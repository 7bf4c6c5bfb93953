package programs.thread;

import java.lang.reflect.Field;

/** Whether the hubs know the tasks of virtual threads when they see one: those they share. */
public final class Tasks {
  private Tasks() {}

  /** Needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Field field = Class.forName("java.lang.VirtualThread").getDeclaredField("runContinuation");
    field.setAccessible(true);
    Class<?> task = field.get(Thread.ofVirtual().unstarted(() -> {})).getClass();
    Class<?> threads = Class.forName("org.greenagent.vthread.VirtualThreads");
    System.out.println(task == threads.getField("CONTINUATION").get(null));
  }
}
