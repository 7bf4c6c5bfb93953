package org.greenagent.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.greenagent.report.Curve.Point;
import org.greenagent.report.Facts.HeapSample;
import org.greenagent.report.Facts.HubSample;

/** What changed in the course of the recording: the load of each hub, and the heap. */
final class Timelines {
  private final Facts facts;

  Timelines(Facts facts) {
    this.facts = facts;
  }

  void hubs(Html page) {
    if (facts.hubs.isEmpty()) {
      page.element(
          "p class=\"nothing\"",
          "No hub was seen at work: the recording was too short, or the program idle throughout.");
      return;
    }
    facts.hubs.forEach((name, samples) -> hub(page, name, samples));
    axis(page);
  }

  private void hub(Html page, String name, List<HubSample> samples) {
    Curve curve = new Curve("load of " + name);
    List<Point> load = new ArrayList<>();
    double sum = 0;
    long switches = 0;
    int waiting = 0;
    for (HubSample sample : samples) {
      load.add(new Point(facts.position(sample.time()), sample.load()));
      sum += sample.load();
      switches += sample.switches();
      waiting = Math.max(waiting, sample.waiting());
    }
    curve.steps(load);
    int stalls = 0;
    for (Stalls.One stall : facts.stalls.all()) {
      if (stall.hub().equals(name)) {
        stalls++;
        Instant end = stall.over() ? stall.begin().plus(stall.held()) : facts.end;
        String what = stall.place() + ", " + Html.time(stall.held());
        curve.mark(facts.position(stall.begin()), facts.position(end), what);
      }
    }
    double seconds = Math.max(1e-3, facts.length().toNanos() / 1e9);
    page.raw("<div class=\"lane\"><div class=\"label\">").element("b", name);
    page.element("span", Html.number(100 * sum / samples.size()) + " % load");
    page.element("span", Html.number(switches / seconds) + " switches/s");
    page.element("span", "longest queue " + waiting);
    page.element(stalls > 0 ? "span class=\"warn\"" : "span", stalls + " stalls");
    page.raw("</div><div class=\"plot\">").raw(curve.toString()).raw("</div></div>");
  }

  void heap(Html page) {
    if (facts.heap.isEmpty()) {
      page.element("p class=\"nothing\"", "Nothing was collected during the recording.");
      return;
    }
    long most = facts.heap.stream().mapToLong(HeapSample::bytes).max().orElse(1);
    List<Point> points = new ArrayList<>();
    for (HeapSample sample : facts.heap) {
      points.add(new Point(facts.position(sample.time()), (double) sample.bytes() / most));
    }
    page.raw("<div class=\"lane\"><div class=\"label\">").element("b", "heap after collections");
    page.element("span", "at most " + Html.bytes(most));
    page.element("span", "last " + Html.bytes(facts.heap.getLast().bytes()));
    page.element("span", facts.heap.size() + " collections");
    page.raw("</div><div class=\"plot\">");
    page.raw(new Curve("heap after collections").slope(points).toString()).raw("</div></div>");
    axis(page);
  }

  private void axis(Html page) {
    page.raw("<div class=\"lane axis\"><div class=\"label\"></div><div class=\"ticks\">");
    for (int i = 0; i <= 4; i++) {
      page.element("span", i == 0 ? "0" : Html.time(part(i)));
    }
    page.raw("</div></div>");
  }

  private Duration part(int quarters) {
    return facts.length().multipliedBy(quarters).dividedBy(4);
  }
}
