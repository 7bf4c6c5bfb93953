package org.greenagent.agent.patch;

/** One change of one method of a JDK type. */
public sealed interface Hook {

  /**
   * Code put around the body of a method.
   *
   * @param method the method's name; {@code <clinit>} cannot be advised
   * @param descriptor the method's descriptor
   * @param advice a class with byte-buddy's {@code OnMethodEnter} and {@code OnMethodExit} methods,
   *     which call the bridge only
   */
  record Advised(String method, String descriptor, Class<?> advice) implements Hook {}

  /**
   * Call instructions replaced by a call of the bridge; the receiver becomes the first argument.
   *
   * @param inMethod name of the method whose calls are replaced, {@code *} for all of the type
   * @param owner binary name of the type named by the call instruction
   * @param name name of the method called
   * @param descriptor descriptor of the method called
   * @param bridgeMethod name of the static method of the bridge, not overloaded
   * @param guarded the call stays, and the method, which has no result, returns before it when the
   *     bridge's method, which has no arguments, says true; the operand stack is empty there, and
   *     the local variables are those of the last frame
   */
  record Redirected(
      String inMethod,
      String owner,
      String name,
      String descriptor,
      String bridgeMethod,
      boolean guarded)
      implements Hook {

    /** A call that is replaced. */
    public Redirected(
        String inMethod, String owner, String name, String descriptor, String bridgeMethod) {
      this(inMethod, owner, name, descriptor, bridgeMethod, false);
    }
  }
}
