package io.tokenledger.ingest;

import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what each event of a batch is. Pure.
 *
 * <ul>
 *   <li><b>new</b>: its org and id were not there; it is published
 *   <li><b>ours</b>: the row that is there came from the same source position, and says the same (a
 *       message that Kafka has lost may have stood there before). We crashed after storing it and
 *       before Kafka committed, so nobody has seen it: it is published, as stored
 *   <li><b>duplicate</b>: the row came from another position and says the same: dropped
 *   <li><b>revised</b>: of a higher revision than the row: kept, and takes its place later
 *   <li><b>superseded</b>: of a lower revision than the row, or than one that is kept: does not
 *       count
 *   <li><b>conflict</b>: of the same revision as the row, or as one that is kept, and says
 *       something else: a dead letter
 * </ul>
 *
 * What was {@link UsageBatch#isPublished published} already is none of them: at most it is stored
 * again.
 */
final class BatchSettlement {

  private BatchSettlement() {}

  /**
   * @param stored what the database said of the events
   * @return in the order of the batch, so that the events of a partition are published in the order
   *     of their offsets
   */
  static Outcome of(List<PricedEvent> events, PoisonIsolation.Stored stored, UsageBatch batch) {
    Outcome outcome =
        new Outcome(
            new ArrayList<>(events.size()),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Map<EventKey.Name, StoredEvent> rows = new HashMap<>(stored.earlier());
    for (PricedEvent event : events) {
      boolean refused = stored.refused().contains(event.message().position());
      StoredEvent fresh = event.toStored();
      StoredEvent row = refused ? null : rows.putIfAbsent(event.name(), fresh);
      if (batch.isPublished(event.message())) {
        if (!refused && row == null) {
          outcome.restored.add(event);
        }
      } else if (refused) {
        outcome.rejected.add(unstorable(event));
      } else {
        settle(event, row == null ? fresh : row, outcome);
      }
    }
    return outcome;
  }

  private static void settle(PricedEvent event, StoredEvent row, Outcome outcome) {
    long revision = event.event().revision();
    if (revision > row.revision()) {
      settleLater(event, row, outcome);
    } else if (revision < row.revision()) {
      outcome.superseded.add(event);
    } else if (!event.saysTheSameAs(row.payloadHash())) {
      outcome.rejected.add(conflict(event));
    } else if (row.position().equals(event.message().position())) {
      outcome.recorded.add(event.toRecorded(row));
    } else {
      outcome.duplicates.add(event);
    }
  }

  private static void settleLater(PricedEvent event, StoredEvent row, Outcome outcome) {
    StoredEvent.Copy kept = row.later().get(event.event().revision());
    if (!event.saysTheSameAs(kept.payloadHash())) {
      outcome.rejected.add(conflict(event));
    } else if (!kept.position().equals(event.message().position())) {
      outcome.duplicates.add(event);
    } else if (isSuperseded(event, row)) {
      outcome.superseded.add(event);
    } else {
      outcome.revised.add(event);
    }
  }

  /** By a higher revision, unless that came after it. */
  private static boolean isSuperseded(PricedEvent event, StoredEvent row) {
    SourcePosition position = event.message().position();
    return row.later().entrySet().stream()
        .filter(copy -> copy.getKey() > event.event().revision())
        .map(copy -> copy.getValue().position())
        .anyMatch(other -> !isAfter(other, position));
  }

  private static boolean isAfter(SourcePosition other, SourcePosition position) {
    return other.topicId().equals(position.topicId())
        && other.partition() == position.partition()
        && other.offset() > position.offset();
  }

  private static DeadLetter unstorable(PricedEvent event) {
    return new DeadLetter(
        event.message(), RejectionCode.UNSTORABLE, "the database refused the event");
  }

  private static DeadLetter conflict(PricedEvent event) {
    return new DeadLetter(
        event.message(),
        RejectionCode.CONFLICT,
        "org %s sent another event with the eventId %s and revision %d before; the first one counts"
            .formatted(event.event().orgId(), event.event().eventId(), event.event().revision()));
  }

  /** What became of a batch's valid events. */
  record Outcome(
      List<RecordedUsage> recorded,
      List<DeadLetter> rejected,
      List<PricedEvent> duplicates,
      List<PricedEvent> restored,
      List<PricedEvent> revised,
      List<PricedEvent> superseded) {}
}
