package io.tokenledger.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Schema {@code raw}; each method is one transaction. */
class SimulatedDatabase {

  /** By org and id. */
  final Map<String, PricedEvent> rows = new HashMap<>();

  final Map<Integer, Long> publishedBelow = new HashMap<>();

  Map<UUID, StoredEvent> store(List<PricedEvent> events, TopicPositions below) {
    if (events.stream().anyMatch(SimulatedMessage::isRefusedByTheDatabase)) {
      throw new RefusedByDatabaseException(new IllegalArgumentException("simulated"));
    }
    raise(below);
    Map<UUID, StoredEvent> earlier = new HashMap<>();
    for (PricedEvent event : events) {
      String name = SimulatedMessage.nameOf(event.event().orgId(), event.event().eventId());
      PricedEvent row = rows.putIfAbsent(name, event);
      if (row != null) {
        earlier.put(event.key().identity(), told(row, event));
      }
    }
    return earlier;
  }

  /** What is said of a row that was there before the event. */
  StoredEvent told(PricedEvent row, PricedEvent event) {
    return row.toStored();
  }

  void raise(TopicPositions below) {
    below.offsets().forEach((partition, offset) -> moveTo(partition, raised(partition, offset)));
  }

  long raised(int partition, long offset) {
    return Math.max(offset, publishedBelow.getOrDefault(partition, 0L));
  }

  private void moveTo(int partition, long offset) {
    Long before = publishedBelow.put(partition, offset);
    IngestInvariants.require(
        before == null || offset >= before,
        "the published position of " + partition + " goes down");
  }
}
