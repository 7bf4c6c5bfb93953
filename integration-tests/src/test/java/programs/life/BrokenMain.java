package programs.life;

/** Its initialiser fails, so that main is never entered. */
public final class BrokenMain {
  private static final int VALUE = Integer.parseInt("no number");

  private BrokenMain() {}

  /** Never entered. */
  public static void main(String[] args) {
    System.out.println(VALUE);
  }
}
