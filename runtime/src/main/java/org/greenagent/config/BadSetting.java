package org.greenagent.config;

/** A {@code green.*} property that is unknown or has a value that cannot be used. */
public final class BadSetting extends Exception {
  private static final long serialVersionUID = 1L;

  /** The message is one line: the property, its value, and what would have been right. */
  BadSetting(String message) {
    super(message, null, false, false);
  }
}
