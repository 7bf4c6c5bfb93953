package org.greenagent.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;

/** Samples of objects that were alive at the end: where there are many, something may leak. */
final class Kept {
  private final Map<String, Group> groups = new HashMap<>();

  /** Objects of a class that were made in the same place. */
  static final class Group {
    final String type;
    final String place;
    final String stack;
    long samples;
    long bytes;

    Group(String type, String place, String stack) {
      this.type = type;
      this.place = place;
      this.stack = stack;
    }

    long bytes() {
      return bytes;
    }
  }

  void add(RecordedEvent event) {
    RecordedObject object = event.getValue("object");
    RecordedClass type = object == null ? null : object.getValue("type");
    if (type == null || event.getStackTrace() == null) {
      return;
    }
    String place = Places.of(event);
    Group group =
        groups.computeIfAbsent(
            type.getName() + " " + place,
            key -> new Group(readable(type.getName()), place, Places.stack(event)));
    group.samples++;
    group.bytes += event.hasField("objectSize") ? Math.max(0, event.getLong("objectSize")) : 0;
  }

  /** Arrays of one dimension as they are written in the language. */
  private static String readable(String type) {
    return switch (type) {
      case "[B" -> "byte[]";
      case "[C" -> "char[]";
      case "[I" -> "int[]";
      case "[J" -> "long[]";
      default -> type.startsWith("[L") ? type.substring(2, type.length() - 1) + "[]" : type;
    };
  }

  /** Those with most bytes first. */
  List<Group> groups() {
    List<Group> sorted = new ArrayList<>(groups.values());
    sorted.sort(Comparator.comparingLong(Group::bytes).reversed());
    return sorted;
  }
}
