package programs.life;

/** Has no main of its own: the one it inherits is found. */
public final class InheritedMain extends InheritedMainBase {
  private InheritedMain() {}
}
