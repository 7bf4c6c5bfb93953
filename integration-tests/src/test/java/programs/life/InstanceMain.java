package programs.life;

/** An instance main method without arguments. */
class InstanceMain {
  private final String text = "made by the launcher";

  void main() {
    System.out.println(text + " in " + Thread.currentThread().getName());
    throw new IllegalStateException("from an instance");
  }
}
