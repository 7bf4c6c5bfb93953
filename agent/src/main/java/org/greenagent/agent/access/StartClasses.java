package org.greenagent.agent.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;

/**
 * The bridge and those classes of the agent that every start needs, in one piece: one by one they
 * would cost a third of the start, for what a class loader does to find each.
 *
 * <p>The build writes the piece, see {@link StartPiece}. A class that is not in it is loaded as
 * usual.
 *
 * <p>Threads: the one that starts.
 */
public final class StartClasses {
  /** Where it stands in the jar. */
  public static final String RESOURCE = "org/greenagent/patched/start";

  private StartClasses() {}

  /**
   * Defines all of them; they are not initialised by it.
   *
   * @return false when this JDK has no such way to define classes: nothing is defined then
   */
  static boolean define(GreenAccess access, byte[] piece) {
    ProtectionDomain domain = StartClasses.class.getProtectionDomain();
    ClassLoader loader = StartClasses.class.getClassLoader();
    String source = domain.getCodeSource().getLocation() + "!/" + RESOURCE;
    ByteBuffer in = ByteBuffer.wrap(piece);
    int bridge = in.getInt();
    for (int left = in.getInt(); left > 0; left--) {
      int nameLength = in.getShort();
      String name = new String(piece, in.position(), nameLength, StandardCharsets.ISO_8859_1);
      in.position(in.position() + nameLength);
      int length = in.getInt();
      int from = in.position();
      in.position(from + length);
      if (bridge-- > 0) {
        try {
          access.define(null, name, piece, from, length, null, null);
        } catch (NoSuchMethodError changed) {
          return false;
        }
      } else {
        own(access, loader, name, piece, from, length, domain, source);
      }
    }
    return true;
  }

  private static void own(
      GreenAccess access,
      ClassLoader loader,
      String name,
      byte[] piece,
      int from,
      int length,
      ProtectionDomain domain,
      String source) {
    try {
      access.define(loader, name, piece, from, length, domain, source);
    } catch (LinkageError there) {
      // it was loaded as usual, or will be
    }
  }
}
