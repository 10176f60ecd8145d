package io.tokenledger.ingest;

import io.tokenledger.events.recorded.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Schema {@code raw}; each method is one transaction, save that a batch asks before it stores. */
class SimulatedDatabase {

  /** By org and id, the first copies: what is published. */
  final Map<String, PricedEvent> rows = new HashMap<>();

  final SimulatedRevisions revisions;

  /** The last one goes on. */
  final List<UUID> epochs = new ArrayList<>(List.of(SimulatedMessage.TOPIC));

  private final Map<UUID, Map<Integer, Long>> publishedBelow = new HashMap<>();

  /** Org and id of what the rollups count. */
  Predicate<String> counted = name -> false;

  SimulatedDatabase() {
    this(new SimulatedRevisions());
  }

  SimulatedDatabase(SimulatedRevisions revisions) {
    this.revisions = revisions;
  }

  UUID epoch() {
    return epochs.get(epochs.size() - 1);
  }

  UUID begin(UUID over, Map<Integer, Long> below) {
    if (epoch().equals(over)) {
      epochs.add(new UUID(4, epochs.size()));
      raise(new TopicPositions(epoch(), below));
    }
    return epoch();
  }

  Map<Integer, Long> publishedBelow(UUID epoch) {
    return publishedBelow.computeIfAbsent(epoch, first -> new HashMap<>());
  }

  /** A transaction begins, and asks for the rows of its events. */
  Map<String, PricedEvent> ask(List<PricedEvent> events) {
    Map<String, PricedEvent> found = new HashMap<>(rows);
    found.keySet().retainAll(events.stream().map(SimulatedDatabase::nameOf).toList());
    return found;
  }

  /**
   * The rest of it.
   *
   * @param found what it was told when it asked
   */
  Map<EventKey.Name, StoredEvent> store(
      List<PricedEvent> events, UsageBatch batch, Map<String, PricedEvent> found) {
    if (events.stream().anyMatch(SimulatedMessage::isRefusedByTheDatabase)) {
      throw new RefusedByDatabaseException(new IllegalArgumentException("simulated"));
    }
    Set<String> taken = ask(events).keySet();
    taken.removeAll(found.keySet());
    if (!taken.isEmpty()) {
      refuse(taken);
    }
    raise(batch.readFrom());
    Map<EventKey.Name, StoredEvent> earlier = new HashMap<>();
    for (PricedEvent event : events) {
      String name = nameOf(event);
      PricedEvent row = rows.putIfAbsent(name, event);
      if (row != null && !taken.contains(name)) {
        PricedEvent asked = found.getOrDefault(name, row);
        rows.put(
            name, batch.isPublished(event.message()) ? row : takenOver(name, asked, row, event));
        revisions.keep(name, row, event);
        StoredEvent told = told(rows.get(name), event);
        earlier.put(event.name(), revisions.told(name, rows.get(name), told));
      }
    }
    return earlier;
  }

  /** Other transactions have stored rows since this one asked. */
  void refuse(Set<String> taken) {
    throw new KeyTakenException();
  }

  private static String nameOf(PricedEvent event) {
    return SimulatedMessage.nameOf(event.event().orgId(), event.event().eventId());
  }

  /** A unique violation: nothing of the transaction is left. */
  static final class KeyTakenException extends RuntimeException {}

  /** Where nothing of an event is on its way, its highest revision takes its place. */
  void applyRevisions() {
    rows.forEach(
        (name, row) -> {
          if (isSettled(name, row.message().position())) {
            revisions.apply(name, row);
          }
        });
  }

  boolean isSettled(String name, SourcePosition of) {
    boolean isRead = publishedBelow(of.topicId()).getOrDefault(of.partition(), 0L) > of.offset();
    return counted.test(name) && (isRead || !isCurrent(of.topicId()));
  }

  /** What is said of a row that was there before the event. */
  StoredEvent told(PricedEvent row, PricedEvent event) {
    return row.toStored();
  }

  boolean isTakenOver(String name, SourcePosition of) {
    return publishedBelow(of.topicId()).getOrDefault(of.partition(), 0L) <= of.offset()
        && !counted.test(name);
  }

  void raise(TopicPositions below) {
    if (!isCurrent(below.source())) {
      throw new IllegalStateException("the epoch is over");
    }
    below.offsets().forEach((partition, offset) -> moveTo(below.source(), partition, offset));
  }

  boolean isCurrent(UUID epoch) {
    return epoch().equals(epoch);
  }

  long raised(long before, long offset) {
    return Math.max(before, offset);
  }

  /** Who has taken a row over since it was asked for has it. */
  boolean isOfAnotherEpoch(PricedEvent asked, PricedEvent row, PricedEvent copy) {
    return !row.message().position().topicId().equals(copy.message().position().topicId());
  }

  private PricedEvent takenOver(String name, PricedEvent asked, PricedEvent row, PricedEvent copy) {
    SourcePosition of = row.message().position();
    return isOfAnotherEpoch(asked, row, copy)
            && revisions.counting(name, row).event().revision() == copy.event().revision()
            && row.event().payloadHash() == copy.event().payloadHash()
            && isTakenOver(name, of)
        ? new PricedEvent(
            copy.message(),
            row.event(),
            row.key(),
            row.costStatus(),
            row.costNanos(),
            row.cacheSavedNanos(),
            row.priceVersion(),
            row.priceBook())
        : row;
  }

  private void moveTo(UUID epoch, int partition, long offset) {
    Map<Integer, Long> below = publishedBelow(epoch);
    long before = below.getOrDefault(partition, 0L);
    below.put(partition, raised(before, offset));
    IngestInvariants.require(
        below.get(partition) >= before, "the published position of " + partition + " goes down");
  }
}
