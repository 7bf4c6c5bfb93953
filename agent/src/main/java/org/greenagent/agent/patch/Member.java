package org.greenagent.agent.patch;

/**
 * A member that must exist in this JDK.
 *
 * @param owner binary name of the declaring type
 * @param name the member's name
 * @param descriptor its descriptor: a method's begins with {@code (}, anything else is a field's
 */
public record Member(String owner, String name, String descriptor) {
  /** Whether this is a method. */
  public boolean method() {
    return descriptor.startsWith("(");
  }

  @Override
  public String toString() {
    return owner + "." + name + (method() ? descriptor : "");
  }
}
