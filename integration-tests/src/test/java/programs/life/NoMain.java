package programs.life;

/** Has no main method at all. */
public final class NoMain {
  private NoMain() {}
}
