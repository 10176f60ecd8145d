package io.tokenledger.ingest.postgres;

import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.service.postgres.KeyDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * An event as its row is keyed.
 *
 * @param key its own, or the one its first copy was registered with
 * @param userId its own, or the pseudonym of a user who was erased
 */
record KeyedEvent(PricedEvent event, UUID key, String userId) {

  static final Comparator<KeyedEvent> INDEX_ORDER =
      (a, b) -> RowKey.compare(a.key, a.orgId(), b.key, b.orgId());

  /**
   * Of each row the first of the batch.
   *
   * @param events in index order, those of one row in the order of the batch
   */
  static List<KeyedEvent> firstOfEach(List<KeyedEvent> events) {
    List<KeyedEvent> firsts = new ArrayList<>(events.size());
    for (KeyedEvent each : events) {
      KeyedEvent last = firsts.isEmpty() ? null : firsts.get(firsts.size() - 1);
      if (last == null || INDEX_ORDER.compare(last, each) != 0) {
        firsts.add(each);
      }
    }
    return firsts;
  }

  String orgId() {
    return event.event().orgId();
  }

  boolean underPseudonym() {
    return !userId.equals(event.event().call().userId());
  }

  /** Whether its row does not lie where it is looked for by the time at which it occurred. */
  boolean isFar() {
    return KeyDays.isFar(key, event.event().occurredAt());
  }

  SourcePosition position() {
    return event.message().position();
  }
}
