package io.tokenledger.ingest;

import io.tokenledger.events.RecordedUsage;
import io.tokenledger.events.RejectionCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides what each event of a batch is. Pure.
 *
 * <ul>
 *   <li><b>new</b>: its org and id were not there; it is published
 *   <li><b>ours</b>: the row that is there came from the same source position. We crashed after
 *       storing it and before Kafka committed, so nobody has seen it: it is published, as stored
 *   <li><b>duplicate</b>: the row came from another position and says the same: dropped
 *   <li><b>conflict</b>: the row came from another position and says something else: a dead letter
 * </ul>
 */
final class BatchSettlement {

  private final Map<UUID, PricedEvent> candidates = new LinkedHashMap<>();
  private final List<PricedEvent> repeats = new ArrayList<>();

  private BatchSettlement() {}

  /** Settles the repetitions inside the batch: the first of each org and id is the candidate. */
  static BatchSettlement within(List<PricedEvent> events) {
    BatchSettlement settlement = new BatchSettlement();
    for (PricedEvent event : events) {
      if (settlement.candidates.putIfAbsent(event.key().identity(), event) != null) {
        settlement.repeats.add(event);
      }
    }
    return settlement;
  }

  /** The events to be stored: one per org and id. */
  List<PricedEvent> candidates() {
    return List.copyOf(candidates.values());
  }

  /**
   * @param stored what the database said of the candidates
   */
  Outcome against(PoisonIsolation.Stored stored) {
    Outcome outcome =
        new Outcome(new ArrayList<>(candidates.size()), new ArrayList<>(), new ArrayList<>());
    for (PricedEvent candidate : candidates.values()) {
      UUID identity = candidate.key().identity();
      StoredEvent earlier = stored.earlier().get(identity);
      if (stored.refused().contains(identity)) {
        outcome.rejected.add(unstorable(candidate));
      } else if (earlier == null) {
        outcome.recorded.add(candidate.toRecorded());
      } else {
        settle(candidate, earlier, outcome);
      }
    }
    for (PricedEvent repeat : repeats) {
      UUID identity = repeat.key().identity();
      StoredEvent first = stored.earlier().get(identity);
      if (stored.refused().contains(identity)) {
        outcome.rejected.add(unstorable(repeat));
      } else {
        settle(repeat, first != null ? first : candidates.get(identity).toStored(), outcome);
      }
    }
    return outcome;
  }

  private static void settle(PricedEvent event, StoredEvent earlier, Outcome outcome) {
    if (earlier.position().equals(event.message().position())) {
      outcome.recorded.add(event.toRecorded(earlier));
    } else if (earlier.payloadHash() == event.event().payloadHash()) {
      outcome.duplicates.add(event);
    } else {
      outcome.rejected.add(conflict(event));
    }
  }

  private static DeadLetter unstorable(PricedEvent event) {
    return new DeadLetter(
        event.message(), RejectionCode.UNSTORABLE, "the database refused the event");
  }

  private static DeadLetter conflict(PricedEvent event) {
    return new DeadLetter(
        event.message(),
        RejectionCode.CONFLICT,
        "org %s sent another event with the eventId %s before; the first one counts"
            .formatted(event.event().orgId(), event.event().eventId()));
  }

  /** What became of a batch's valid events. */
  record Outcome(
      List<RecordedUsage> recorded, List<DeadLetter> rejected, List<PricedEvent> duplicates) {}
}
