package programs.life;

import java.io.Console;
import java.util.concurrent.Exchanger;
import programs.Cases;

/** A program that talks to whoever sits before its terminal, while others work. */
public final class Terminal {
  private static final int TURNS = 100;

  private static final Console CONSOLE = System.console();

  private Terminal() {}

  /** {@code talks}, or waits for the end that the terminal's interrupt character makes. */
  public static void main(String[] args) {
    System.out.println(CONSOLE.isTerminal() + " " + CONSOLE.charset());
    if (args[0].equals("talks")) {
      talk();
    } else {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
      besideWork();
      System.out.println(CONSOLE.readLine("press it: "));
    }
  }

  private static void talk() {
    Thread[] others = besideWork();
    String name = CONSOLE.readLine("%s? ", "name");
    Cases.join(others);
    System.out.println("hello " + name);

    others = besideWork();
    char[] secret = CONSOLE.readPassword("secret? ");
    Cases.join(others);
    System.out.println(secret.length + " characters");

    Thread self = Thread.currentThread();
    Thread interrupter =
        Cases.start(
            "interrupter",
            () -> {
              Cases.untilIn(self, "readline");
              self.interrupt();
              System.out.println("interrupted");
            });
    String line = CONSOLE.readLine();
    Cases.join(interrupter);
    System.out.println("read " + line + " " + Thread.interrupted());

    System.out.println("once more");
    System.out.println("read " + CONSOLE.readLine());
  }

  /** Two threads that need each other, once this one waits for its line. */
  private static Thread[] besideWork() {
    Thread self = Thread.currentThread();
    Exchanger<Integer> exchanger = new Exchanger<>();
    Thread one =
        Cases.start(
            "one",
            () -> {
              Cases.untilIn(self, "readline");
              int sum = 0;
              for (int i = 0; i < TURNS; i++) {
                sum += exchanger.exchange(i);
              }
              System.out.println("(others worked " + sum + ")");
            });
    Thread other =
        Cases.start(
            "other",
            () -> {
              for (int i = 0; i < TURNS; i++) {
                int got = exchanger.exchange(1);
                if (got != i) {
                  System.out.println("wrong");
                }
              }
            });
    return new Thread[] {one, other};
  }
}
