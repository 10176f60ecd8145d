package io.tokenledger.ingest;

import io.tokenledger.ingest.StoredEvent.Copy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code raw.event_revision}, and which revision of an event counts. */
class SimulatedRevisions {

  private final Map<String, PricedEvent> counting = new HashMap<>();
  private final Map<String, TreeMap<Long, PricedEvent>> kept = new HashMap<>();

  /** What counts of an event whose first copy this is. */
  PricedEvent counting(String name, PricedEvent first) {
    return counting.getOrDefault(name, first);
  }

  /** What there is of a revision. */
  Optional<PricedEvent> of(String name, PricedEvent first, long revision) {
    return first.event().revision() == revision
        ? Optional.of(first)
        : Optional.ofNullable(all(name).get(revision));
  }

  void keep(String name, PricedEvent first, PricedEvent copy) {
    if (isLater(copy, counting(name, first))) {
      all(name).putIfAbsent(copy.event().revision(), copy);
    }
  }

  boolean isLater(PricedEvent copy, PricedEvent counts) {
    return copy.event().revision() > counts.event().revision();
  }

  /** The highest that is kept takes its place. */
  void apply(String name, PricedEvent first) {
    PricedEvent counts = counting(name, first);
    all(name)
        .tailMap(counts.event().revision(), false)
        .values()
        .forEach(later -> counting.put(name, later));
  }

  /** What is said of a row that has the revisions of this event beside it. */
  StoredEvent told(String name, PricedEvent first, StoredEvent row) {
    PricedEvent counts = counting(name, first);
    long revision = counts.event().revision();
    Map<Long, Copy> later = new HashMap<>();
    all(name)
        .tailMap(revision, false)
        .forEach(
            (number, copy) ->
                later.put(number, new Copy(copy.message().position(), copy.event().payloadHash())));
    boolean revised = revision != first.event().revision();
    return new StoredEvent(
        row.position(),
        row.userId(),
        revision,
        revised ? counts.event().payloadHash() : row.payloadHash(),
        row.costStatus(),
        row.costNanos(),
        row.cacheSavedNanos(),
        row.priceVersion(),
        later);
  }

  private TreeMap<Long, PricedEvent> all(String name) {
    return kept.computeIfAbsent(name, first -> new TreeMap<>());
  }
}
