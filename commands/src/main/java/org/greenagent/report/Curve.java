package org.greenagent.report;

import java.util.List;
import java.util.Locale;

/**
 * A curve over the time of the recording. The picture has no text in it, so it may be stretched to
 * any width.
 */
final class Curve {
  private static final double WIDTH = 1000;
  private static final double HEIGHT = 100;

  private final StringBuilder svg = new StringBuilder();

  /** A point: where in the recording, and how much of the most; both from 0 to 1. */
  record Point(double x, double y) {}

  Curve(String what) {
    svg.append(
        "<svg viewBox=\"0 0 1000 100\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"");
    svg.append(Html.escaped(what)).append("\">");
    for (int i = 1; i < 4; i++) {
      line("grid", 0, i / 4.0, 1, i / 4.0);
    }
  }

  /** Steps: each point tells of the time since the one before. */
  Curve steps(List<Point> points) {
    StringBuilder path = new StringBuilder();
    double from = 0;
    for (Point point : points) {
      move(path, from, point.y());
      move(path, point.x(), point.y());
      from = point.x();
    }
    return area(path, from);
  }

  /** A line from point to point. */
  Curve slope(List<Point> points) {
    StringBuilder path = new StringBuilder();
    double to = 0;
    for (Point point : points) {
      if (path.isEmpty()) {
        move(path, 0, point.y());
      }
      move(path, point.x(), point.y());
      to = point.x();
    }
    return area(path, to);
  }

  private Curve area(StringBuilder path, double to) {
    if (!path.isEmpty()) {
      StringBuilder ground = new StringBuilder();
      move(ground, to, 0);
      move(ground, 0, 0);
      svg.append("<path class=\"area\" d=\"M0 100").append(path).append(ground).append("Z\"/>");
      svg.append("<path class=\"edge\" d=\"M").append(path.substring(1)).append("\"/>");
    }
    return this;
  }

  private static void move(StringBuilder path, double x, double y) {
    path.append(String.format(Locale.ROOT, "L%.1f %.1f", x * WIDTH, HEIGHT - y * HEIGHT));
  }

  /** Something that went on for a part of the time. */
  Curve mark(double from, double to, String what) {
    double width = Math.max(3, (to - from) * WIDTH);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"mark\" x=\"%.1f\" y=\"88\" width=\"%.1f\" height=\"12\"><title>",
            Math.min(from * WIDTH, WIDTH - width),
            width));
    svg.append(Html.escaped(what)).append("</title></rect>");
    return this;
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\"/>",
            kind,
            x1 * WIDTH,
            y1 * HEIGHT,
            x2 * WIDTH,
            y2 * HEIGHT));
  }

  @Override
  public String toString() {
    return svg + "</svg>";
  }
}
