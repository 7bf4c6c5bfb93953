package org.greenagent.greenlet;

/**
 * Ends a greenlet quietly: what {@link Greenlet#kill()} throws into it. It is no failure, is not
 * reported, and is no {@link Exception}, so that code which catches those does not stop it.
 */
public class GreenletExit extends Error {
  private static final long serialVersionUID = 1;

  /** Without a text. */
  public GreenletExit() {}

  /** With a text. */
  public GreenletExit(String message) {
    super(message);
  }
}
