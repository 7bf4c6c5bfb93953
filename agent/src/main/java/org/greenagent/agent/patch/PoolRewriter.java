package org.greenagent.agent.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * Redirects calls of static methods of Thread to the bridge by changing the constant pool alone:
 * the class of the method reference is replaced, so that call instructions, method handles and
 * lambdas follow without being looked at. A call through a class that cannot be read yet is given
 * to {@link LateCalls}. Immutable.
 */
final class PoolRewriter {
  private static final String THREAD = "java/lang/Thread";
  private static final String BRIDGE = "java/lang/GreenHooks";
  private static final int LARGEST_POOL = 0xFFFF;

  /** A static method of Thread that has a twin of the same name and descriptor in the bridge. */
  record Target(String name, String descriptor) {}

  private final List<Target> targets;

  PoolRewriter(List<Target> targets) {
    this.targets = List.copyOf(targets);
  }

  /**
   * The class with its calls redirected; null when it has none.
   *
   * @throws IllegalArgumentException when the bytes are no class file, or its pool is full
   */
  byte[] rewrite(byte[] bytes, Inheritance inheritance) {
    ClassBytes type = new ClassBytes(bytes);
    List<Integer> references = new ArrayList<>();
    List<LateCalls.Call> late = new ArrayList<>();
    for (int i = 1; i < type.poolCount(); i++) {
      Target target = type.tag(i) == ClassBytes.METHODREF ? target(type, i) : null;
      if (target != null) {
        String owner = type.ownerOf(i);
        switch (whose(type, owner, target, inheritance)) {
          case THREADS -> references.add(i);
          case UNKNOWN -> late.add(new LateCalls.Call(owner, target.name(), target.descriptor()));
          case ANOTHERS -> {}
        }
      }
    }
    byte[] result = references.isEmpty() ? null : withBridge(bytes, type, references);
    byte[] linked = late.isEmpty() ? null : LateCalls.link(result == null ? bytes : result, late);
    return linked == null ? result : linked;
  }

  /** Null when the reference is to none. */
  private Target target(ClassBytes type, int reference) {
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      if (type.refersTo(reference, target.name(), target.descriptor())) {
        return target;
      }
    }
    return null;
  }

  private static Inheritance.Answer whose(
      ClassBytes type, String owner, Target target, Inheritance inheritance) {
    return owner.equals(THREAD)
        ? Inheritance.Answer.THREADS
        : inheritance.resolve(type, owner, target.name(), target.descriptor());
  }

  /** Appends the bridge's name and class to the pool, and lets the references name that class. */
  private static byte[] withBridge(byte[] bytes, ClassBytes type, List<Integer> references) {
    int count = type.poolCount();
    if (count + 2 > LARGEST_POOL) {
      throw new IllegalArgumentException("the constant pool is full");
    }
    int added = 3 + BRIDGE.length() + 3;
    byte[] result = new byte[bytes.length + added];
    int end = type.poolEnd();
    System.arraycopy(bytes, 0, result, 0, end);
    System.arraycopy(bytes, end, result, end + added, bytes.length - end);
    putU2(result, 8, count + 2);
    result[end] = ClassBytes.UTF8;
    putU2(result, end + 1, BRIDGE.length());
    for (int i = 0; i < BRIDGE.length(); i++) {
      result[end + 3 + i] = (byte) BRIDGE.charAt(i);
    }
    int classEntry = end + 3 + BRIDGE.length();
    result[classEntry] = ClassBytes.CLASS;
    putU2(result, classEntry + 1, count);
    for (int reference : references) {
      putU2(result, type.entry(reference) + 1, count + 1);
    }
    return result;
  }

  private static void putU2(byte[] bytes, int at, int value) {
    bytes[at] = (byte) (value >>> 8);
    bytes[at + 1] = (byte) value;
  }
}
