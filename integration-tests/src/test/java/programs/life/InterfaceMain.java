package programs.life;

/** A main method of an interface. */
public interface InterfaceMain {
  /** Says who it is. */
  static void main(String[] args) {
    System.out.println("interface main " + args.length);
  }
}
