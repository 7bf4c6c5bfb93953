package org.greenagent.event;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts moves by reason and by start site.
 *
 * <p>A table of fixed size that is only ever filled: whoever counts may stand in the middle of a
 * park, where waiting for a lock, as the JDK's maps may, would use up a permit that is not its own.
 * Names are kept, not classes, so that no class loader is held.
 *
 * <p>Threads: any. Blocks: never.
 */
public final class Tally {
  /** So many sites are told apart. */
  public static final int SITES = 256;

  /** The name under which all further sites are counted. */
  public static final String OTHERS = "others";

  private final Map<Reason, AtomicLong> reasons = new EnumMap<>(Reason.class); // filled once
  private final AtomicReferenceArray<Site> sites = new AtomicReferenceArray<>(SITES);
  private final Site others = new Site(OTHERS);

  /** Nothing counted yet. */
  public Tally() {
    for (Reason reason : Reason.values()) {
      reasons.put(reason, new AtomicLong());
    }
  }

  /** Counts one move. */
  public void count(Reason reason, String site) {
    reasons.get(reason).incrementAndGet();
    site(site).moves.incrementAndGet();
  }

  /** How many moves there were, for all reasons together. */
  public long total() {
    long total = 0;
    for (AtomicLong count : reasons.values()) {
      total += count.get();
    }
    return total;
  }

  /** How many moves there were for that reason. */
  public long of(Reason reason) {
    return reasons.get(reason).get();
  }

  /** Moves by start site, those with most first; a copy. */
  public Map<String, Long> bySite() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < SITES; i++) {
      put(counts, sites.get(i));
    }
    put(counts, others);
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    return sorted;
  }

  private static void put(Map<String, Long> counts, Site site) {
    if (site != null && site.moves.get() > 0) {
      counts.merge(site.name, site.moves.get(), Long::sum);
    }
  }

  private Site site(String name) {
    int start = name.hashCode();
    Site fresh = null;
    for (int i = 0; i < SITES; i++) {
      int slot = Math.floorMod(start + i, SITES);
      Site seen = sites.get(slot);
      if (seen == null) {
        fresh = fresh == null ? new Site(name) : fresh;
        seen = sites.compareAndSet(slot, null, fresh) ? fresh : sites.get(slot);
      }
      if (seen.name.equals(name)) {
        return seen;
      }
    }
    return others;
  }

  /** A name and how often it was counted. */
  private static final class Site {
    final String name;
    final AtomicLong moves = new AtomicLong();

    Site(String name) {
      this.name = name;
    }
  }
}
