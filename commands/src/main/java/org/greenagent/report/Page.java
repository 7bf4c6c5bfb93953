package org.greenagent.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The page: its parts in their order. */
final class Page {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Facts facts;
  private final String title;
  private final Html page = new Html();

  Page(Facts facts, String title) {
    this.facts = facts;
    this.title = title;
  }

  /** The whole of it. */
  String write() {
    page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">");
    page.element("title", "green-agent: " + title);
    page.raw("<style>").raw(style()).raw("</style></head><body><main>");
    head();
    section("Hubs", "Part of the time in which each hub did not sleep. Red: a greenlet stalled.");
    new Timelines(facts).hubs(page);
    latencies();
    stalls();
    waits();
    starts();
    memory();
    page.raw("</section></main></body></html>\n");
    return page.toString();
  }

  private void head() {
    page.raw("<header>").element("h1", title);
    page.raw("<p class=\"note\">").plain(TIME.format(facts.begin)).raw(" &middot; ");
    page.plain(Html.time(facts.length())).raw(" &middot; ").plain(facts.java).raw("</p>");
    if (facts.arguments != null && !facts.arguments.isBlank()) {
      page.raw("<p class=\"note\">").element("code", facts.arguments).raw("</p>");
    }
    page.raw("</header><div class=\"tiles\">");
    Latencies latencies = new Latencies(facts.latencies);
    tile("hubs", Html.number(facts.hubs.size()), false);
    tile("greenlets started", Html.number(facts.starts.total()), false);
    tile("of them still alive", Html.number(facts.starts.alive()), false);
    tile("stalls", Html.number(facts.stalls.all().size()), !facts.stalls.all().isEmpty());
    int handoffs = facts.handoffs.values().stream().mapToInt(Integer::intValue).sum();
    tile("hand-offs", Html.number(handoffs), false);
    tile("wake to run, 99 %", latencies.none() ? "–" : Html.time(latencies.quantile(0.99)), false);
    page.raw("</div><section>");
  }

  private void tile(String name, String value, boolean warns) {
    page.raw(warns ? "<div class=\"tile warn\">" : "<div class=\"tile\">");
    page.element("b", value).element("span", name).raw("</div>");
  }

  private void section(String name, String what) {
    page.raw("</section><section>").element("h2", name).element("p class=\"note\"", what);
  }

  private void latencies() {
    section(
        "Wake to run", "How long something that became ready waited until a hub ran it; samples.");
    Latencies latencies = new Latencies(facts.latencies);
    if (latencies.none()) {
      page.element(
          "p class=\"nothing\"", "No samples: they are taken with the settings of green.jfc.");
      return;
    }
    latencies.write(page);
    page.raw("<p class=\"note\">").plain(Html.number(latencies.size())).raw(" samples &middot; ");
    for (double part : new double[] {0.5, 0.9, 0.99}) {
      page.plain(Math.round(100 * part) + " % within " + Html.time(latencies.quantile(part)));
      page.raw(" &middot; ");
    }
    page.plain("longest " + Html.time(latencies.quantile(1))).raw("</p>");
  }

  private void stalls() {
    section(
        "Top blockers",
        "Greenlets that ran for 20 ms or more without a pause: they compute, or block their OS"
            + " thread. Their hub may have gone on beside them.");
    new Table<>(facts.stalls.groups())
        .column("place", (cell, row) -> cell.stack(row.place(), row.longest().stack()))
        .column("reason", (cell, row) -> cell.plain(row.longest().reason()))
        .column("greenlet", (cell, row) -> cell.plain(name(row.longest().holder())))
        .number("times", row -> Html.number(row.stalls().size()))
        .number("longest", row -> time(row.longest()))
        .number("total", row -> Html.time(row.total()))
        .write(page, "None.");
    if (!facts.handoffs.isEmpty()) {
      page.raw("<p class=\"note\">Hand-offs by reason: ");
      page.plain(facts.handoffs.toString().replaceAll("[{}]", "").replace("=", " ")).raw("</p>");
    }
  }

  private static String name(String holder) {
    return holder == null ? "–" : holder;
  }

  private static String time(Stalls.One stall) {
    return Html.time(stall.held()) + (stall.over() ? "" : " and on");
  }

  private void waits() {
    section(
        "Waits",
        "What greenlets waited for, longer than the recording's threshold. Waiting costs nothing;"
            + " it explains where time goes.");
    new Table<>(facts.waits.groups())
        .column("place", (cell, row) -> cell.stack(row.place, row.stack))
        .column("for", (cell, row) -> cell.plain(row.reason))
        .number("times", row -> Html.number(row.count))
        .number("longest", row -> Html.time(row.longest))
        .number("total", row -> Html.time(row.total))
        .write(page, "None.");
  }

  private void starts() {
    section("Greenlets by start site", "Those that are still alive first: a leak stands on top.");
    List<Starts.Group> groups = facts.starts.groups();
    new Table<>(groups)
        .column("started at", (cell, row) -> cell.stack(row.place, row.stack))
        .column("task", (cell, row) -> cell.element("code", row.site))
        .number("alive", row -> Html.number(row.alive()))
        .number("started", row -> Html.number(row.started()))
        .number("ended", row -> Html.number(row.ended))
        .write(page, "None was started while it was recorded with the settings of green.jfc.");
  }

  private void memory() {
    section("Memory", "What was in use after each collection, and samples of what stayed alive.");
    new Timelines(facts).heap(page);
    new Table<>(facts.kept.groups())
        .column("made at", (cell, row) -> cell.stack(row.place, row.stack))
        .column("class", (cell, row) -> cell.element("code", row.type))
        .number("samples", row -> Html.number(row.samples))
        .number("bytes", row -> Html.bytes(row.bytes))
        .write(page, "No samples of objects.");
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
