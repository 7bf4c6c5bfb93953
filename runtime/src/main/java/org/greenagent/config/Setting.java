package org.greenagent.config;

import java.util.Properties;

/**
 * One {@code green.*} system property.
 *
 * @param name the property's name
 * @param type what its values look like, for the documentation
 * @param defaultText the default, for the documentation
 * @param description one sentence that says what it does
 * @param fallback the value when the property is not set; null for a setting that then has none
 * @param parser reads a value
 */
public record Setting<T>(
    String name,
    String type,
    String defaultText,
    String description,
    T fallback,
    Parser<? extends T> parser) {

  /** Reads the text of a setting. */
  interface Parser<T> {
    /**
     * The value of {@code text}.
     *
     * @throws IllegalArgumentException with what would have been right, without the property's name
     */
    T parse(String text);
  }

  /** The value in {@code properties}, or the fallback when it is not set. */
  T in(Properties properties) throws BadSetting {
    String text = properties.getProperty(name);
    if (text == null) {
      return fallback;
    }
    try {
      return parser.parse(text.strip());
    } catch (IllegalArgumentException e) {
      throw new BadSetting(name + "=" + text + ": " + e.getMessage());
    }
  }
}
