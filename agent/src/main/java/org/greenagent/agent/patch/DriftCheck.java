package org.greenagent.agent.patch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.greenagent.config.Patch;
import org.greenagent.config.Settings;

/**
 * Finds the patches whose JDK members this JDK has: one missing member switches its toggle off,
 * with those that cannot work without it, and no other.
 */
final class DriftCheck {
  /** Gives class files of the JDK. */
  interface Source {
    /** The bytes of the class file at that path; null when there is none. */
    byte[] read(String path) throws IOException;
  }

  /** Reads the running JDK. */
  static final class RunningJdk implements Source {
    @Override
    public byte[] read(String path) throws IOException {
      try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(path)) {
        return in == null ? null : in.readAllBytes();
      }
    }
  }

  private final Source source;
  private final Map<String, ClassBytes> read = new HashMap<>();

  DriftCheck(Source source) {
    this.source = source;
  }

  /**
   * The patches of {@code wanted} that fit; each that does not adds one line to {@code notes}.
   *
   * @param patches the table of patches
   */
  Set<Patch> check(List<TypePatch> patches, Set<Patch> wanted, List<String> notes) {
    EnumSet<Patch> fitting = EnumSet.noneOf(Patch.class);
    fitting.addAll(wanted);
    for (TypePatch patch : patches) {
      if (fitting.contains(patch.toggle())) {
        String missing = missing(patch);
        if (missing != null) {
          fitting.remove(patch.toggle());
          notes.add(
              "patch "
                  + patch.toggle().label()
                  + " is off: "
                  + missing
                  + " is missing in this JDK");
        }
      }
    }
    return Collections.unmodifiableSet(Settings.workable(fitting, notes));
  }

  /** The first member the patch needs and the JDK has not; null when all are there. */
  private String missing(TypePatch patch) {
    if (!patch.everywhere() && type(patch.type()) == null) {
      return null;
    }
    for (Member member : members(patch)) {
      ClassBytes type = type(member.owner());
      boolean there =
          type != null
              && (member.method()
                  ? type.declaresMethod(member.name(), member.descriptor())
                  : type.declaresField(member.name(), member.descriptor()));
      if (!there) {
        return member.toString();
      }
    }
    for (Hook hook : patch.hooks()) {
      if (hook instanceof Hook.Redirected call && !calls(patch.type(), call)) {
        return "the call of "
            + new Member(call.owner(), call.name(), call.descriptor())
            + " in "
            + patch.type()
            + (call.inMethod().equals("*") ? "" : "." + call.inMethod());
      }
    }
    return null;
  }

  private static List<Member> members(TypePatch patch) {
    List<Member> members = new ArrayList<>(patch.needs());
    for (Hook hook : patch.hooks()) {
      if (hook instanceof Hook.Advised one) {
        members.add(new Member(patch.type(), one.method(), one.descriptor()));
      }
    }
    return members;
  }

  private boolean calls(String name, Hook.Redirected call) {
    ClassBytes type = type(name);
    return type != null
        && (call.inMethod().equals("*") || type.declaresMethod(call.inMethod()))
        && type.refersToMethod(call.owner().replace('.', '/'), call.name(), call.descriptor());
  }

  private ClassBytes type(String name) {
    return read.computeIfAbsent(name, this::readType);
  }

  private ClassBytes readType(String name) {
    try {
      byte[] bytes = source.read(name.replace('.', '/') + ".class");
      return bytes == null ? null : new ClassBytes(bytes);
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }
}
