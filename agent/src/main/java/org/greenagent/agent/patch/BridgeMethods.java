package org.greenagent.agent.patch;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.greenagent.agent.access.Bridge;

/** The static methods of the bridge, as its class file tells them. Immutable. */
final class BridgeMethods {
  private final ClassBytes type;

  /** Reads a class file of the bridge. */
  BridgeMethods(byte[] bytes) {
    type = new ClassBytes(bytes);
  }

  /** The methods of the bridge in the agent's jar. */
  static BridgeMethods ofJar() {
    try {
      return new BridgeMethods(Bridge.bytes("GreenHooks"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Internal name of the class that has them. */
  String owner() {
    return type.name();
  }

  /**
   * The descriptor of the method that takes the place of a call: among methods of the same name the
   * one that fits the call exactly, else the first.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  String descriptor(Hook.Redirected hook) {
    String withReceiver =
        "(L" + hook.owner().replace('.', '/') + ";" + hook.descriptor().substring(1);
    if (type.declaresMethod(hook.bridgeMethod(), withReceiver)) {
      return withReceiver;
    }
    if (type.declaresMethod(hook.bridgeMethod(), hook.descriptor())) {
      return hook.descriptor();
    }
    String descriptor = type.descriptorOf(hook.bridgeMethod());
    if (descriptor == null) {
      throw new IllegalArgumentException("the bridge has no method " + hook.bridgeMethod());
    }
    return descriptor;
  }
}
