package programs;

/** A thread that runs one case and keeps its outcome for whoever joins it. */
public final class Job extends Thread {
  private final Cases.Body body;
  private String outcome = "never ran";

  private Job(String name, Cases.Body body) {
    super(name);
    this.body = body;
  }

  /** A job whose thread is not started yet. */
  public static Job of(String name, Cases.Body body) {
    return new Job(name, body);
  }

  /** Starts a thread for the case. */
  public static Job start(String name, Cases.Body body) {
    Job job = new Job(name, body);
    job.start();
    return job;
  }

  /** Starts a thread for the case and waits until it stands still in a method of that name. */
  public static Job blockedIn(String method, Cases.Body body) {
    Job job = start("in " + method, body);
    Cases.untilIn(job, method);
    return job;
  }

  /** Starts a thread for the case and waits until it is in that state. */
  public static Job blockedAs(State state, Cases.Body body) {
    Job job = start("as " + state, body);
    Cases.untilState(job, state);
    return job;
  }

  @Override
  public void run() {
    String result = Cases.outcome(body);
    outcome = isInterrupted() ? result + " [interrupted]" : result;
  }

  /** Joins the thread. The case's outcome, marked when the thread ended with its interrupt set. */
  public String outcome() {
    Cases.join(this);
    return outcome;
  }

  /** Interrupts the thread, joins it and answers like {@link #outcome}. */
  public String outcomeOnInterrupt() {
    interrupt();
    return outcome();
  }
}
