package io.tokenledger.ingest.postgres;

import io.tokenledger.events.recorded.SourcePosition;
import io.tokenledger.ingest.PricedEvent;
import io.tokenledger.service.postgres.KeyDays;
import java.util.Comparator;
import java.util.UUID;

/**
 * An event as its row is keyed.
 *
 * @param key its own, or the one its first copy was registered with
 * @param userId its own, or the pseudonym of a user who was erased
 */
record KeyedEvent(PricedEvent event, UUID key, String userId) {

  /** The order of the index; two transactions that share rows lock them in the same order. */
  static final Comparator<KeyedEvent> INDEX_ORDER =
      Comparator.comparing((KeyedEvent keyed) -> keyed.key, KeyedEvent::compareUnsigned)
          .thenComparing(keyed -> keyed.event.event().orgId());

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

  /** As PostgreSQL compares: {@link UUID#compareTo} takes the halves as signed numbers. */
  private static int compareUnsigned(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
