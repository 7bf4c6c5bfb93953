package org.greenagent.commands;

/** What a command was given cannot be used; the message is for the user: what, where, what else. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  /** Says so in one line. */
  public Refusal(String message) {
    super(message);
  }
}
