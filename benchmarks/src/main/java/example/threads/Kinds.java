package example.threads;

import java.util.concurrent.ThreadFactory;

/** The kinds of threads that the programs can be told to use. */
public final class Kinds {

  private Kinds() {}

  /** Makes virtual threads for {@code virtual}, and what {@code new Thread} makes for the rest. */
  public static ThreadFactory factory(String kind) {
    return kind.equals("virtual") ? Thread.ofVirtual().factory() : Thread::new;
  }
}
