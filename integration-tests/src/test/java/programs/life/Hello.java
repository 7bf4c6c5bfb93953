package programs.life;

/** The shortest program of all. */
public final class Hello {
  private Hello() {}

  /** Greets. */
  public static void main(String[] args) {
    System.out.println("Hello, world!");
  }
}
