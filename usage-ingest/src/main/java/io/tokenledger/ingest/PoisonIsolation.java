package io.tokenledger.ingest;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.tokenledger.events.recorded.SourcePosition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores a batch though the database refuses one of its events. The decoder lets through only what
 * can be stored; should it ever be wrong, halving the batch finds the event, and the stream goes on
 * without it.
 */
final class PoisonIsolation {

  private final RawEvents rawEvents;
  private final UsageBatch batch;

  PoisonIsolation(RawEvents rawEvents, UsageBatch batch) {
    this.rawEvents = rawEvents;
    this.batch = batch;
  }

  /** Stores, of each org and id, the first event that the database takes. */
  Uni<Stored> store(List<PricedEvent> events) {
    return storeParts(DayParts.of(firstOfEach(events)))
        .chain(
            stored -> {
              List<PricedEvent> next = stored.repeatsOfRefused(events);
              return next.isEmpty() ? Uni.createFrom().item(stored) : store(next).map(stored::and);
            });
  }

  /** The repetitions inside a batch are settled against the first of their org, id and revision. */
  static List<PricedEvent> firstOfEach(List<PricedEvent> events) {
    Map<Revision, PricedEvent> firsts = new LinkedHashMap<>();
    events.forEach(event -> firsts.putIfAbsent(Revision.of(event), event));
    return List.copyOf(firsts.values());
  }

  private record Revision(EventKey.Name name, long number) {
    static Revision of(PricedEvent event) {
      return new Revision(event.name(), event.event().revision());
    }
  }

  private Uni<Stored> storeParts(List<List<PricedEvent>> parts) {
    Uni<Stored> stored = tryAll(parts.get(0));
    return parts.size() == 1
        ? stored
        : stored.chain(first -> storeParts(parts.subList(1, parts.size())).map(first::and));
  }

  private Uni<Stored> tryAll(List<PricedEvent> events) {
    return rawEvents
        .store(events, batch)
        .map(earlier -> new Stored(earlier, Set.of()))
        .onFailure(RefusedByDatabaseException.class)
        .recoverWithUni(refusal -> storeHalves(events, refusal));
  }

  private Uni<Stored> storeHalves(List<PricedEvent> events, Throwable refusal) {
    if (events.isEmpty()) {
      return Uni.createFrom().failure(refusal);
    }
    if (events.size() == 1) {
      return Uni.createFrom()
          .item(new Stored(Map.of(), Set.of(events.get(0).message().position())));
    }
    int half = events.size() / 2;
    return tryAll(events.subList(0, half))
        .chain(first -> tryAll(events.subList(half, events.size())).map(first::and));
  }

  /**
   * @param earlier what {@link RawEvents#store} answered, by name
   * @param refused where the events stand that could not be stored
   */
  record Stored(Map<EventKey.Name, StoredEvent> earlier, Set<SourcePosition> refused) {

    /** A refused event never counted, so another one may come under its id. */
    List<PricedEvent> repeatsOfRefused(List<PricedEvent> events) {
      Set<EventKey.Name> names =
          events.stream().filter(this::isRefused).map(e -> e.name()).collect(toSet());
      return events.stream()
          .filter(event -> names.contains(event.name()) && !isRefused(event))
          .toList();
    }

    private boolean isRefused(PricedEvent event) {
      return refused.contains(event.message().position());
    }

    Stored and(Stored other) {
      Map<EventKey.Name, StoredEvent> allEarlier = new HashMap<>(earlier);
      allEarlier.putAll(other.earlier);
      Set<SourcePosition> allRefused = new HashSet<>(refused);
      allRefused.addAll(other.refused);
      return new Stored(allEarlier, allRefused);
    }
  }
}
