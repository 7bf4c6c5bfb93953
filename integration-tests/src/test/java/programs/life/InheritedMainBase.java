package programs.life;

/** The superclass whose main method a subclass is started with. */
public class InheritedMainBase {
  /** For the subclass. */
  protected InheritedMainBase() {}

  /** Says who it is. */
  public static void main(String[] args) {
    System.out.println("inherited main of " + Thread.currentThread().getName());
    for (StackTraceElement element : Thread.currentThread().getStackTrace()) {
      System.out.println(element);
    }
  }
}
