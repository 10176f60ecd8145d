package io.tokenledger.ingest;

import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Stores a batch though the database refuses one of its events. The decoder lets through only what
 * can be stored; should it ever be wrong, halving the batch finds the event, and the stream goes on
 * without it.
 */
final class PoisonIsolation {

  private final RawEvents rawEvents;
  private final TopicPositions publishedBelow;

  PoisonIsolation(RawEvents rawEvents, TopicPositions publishedBelow) {
    this.rawEvents = rawEvents;
    this.publishedBelow = publishedBelow;
  }

  Uni<Stored> store(List<PricedEvent> events) {
    return rawEvents
        .store(events, publishedBelow)
        .map(earlier -> new Stored(earlier, Set.of()))
        .onFailure(RefusedByDatabaseException.class)
        .recoverWithUni(refusal -> storeHalves(events, refusal));
  }

  private Uni<Stored> storeHalves(List<PricedEvent> events, Throwable refusal) {
    if (events.isEmpty()) {
      return Uni.createFrom().failure(refusal);
    }
    if (events.size() == 1) {
      return Uni.createFrom().item(new Stored(Map.of(), Set.of(events.get(0).key().identity())));
    }
    int half = events.size() / 2;
    return store(events.subList(0, half))
        .chain(first -> store(events.subList(half, events.size())).map(first::and));
  }

  /**
   * @param earlier the rows that were there before, by identity
   * @param refused the identities of the events that could not be stored
   */
  record Stored(Map<UUID, StoredEvent> earlier, Set<UUID> refused) {

    Stored and(Stored other) {
      Map<UUID, StoredEvent> allEarlier = new HashMap<>(earlier);
      allEarlier.putAll(other.earlier);
      Set<UUID> allRefused = new HashSet<>(refused);
      allRefused.addAll(other.refused);
      return new Stored(allEarlier, allRefused);
    }
  }
}
