package io.tokenledger.ingest;

import io.tokenledger.events.CostStatus;
import io.tokenledger.events.UsageEvent;
import io.tokenledger.events.decode.UsageEventDecoder;
import io.tokenledger.events.recorded.RecordedUsage;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A valid event with its key and its cost, ready to be stored.
 *
 * @param costNanos in nano-dollars; 0 when unpriced
 * @param cacheSavedNanos in nano-dollars; absent where it is not known or no token was cached
 * @param priceVersion empty when none was used
 * @param priceBook the name of the book that it was held against
 */
public record PricedEvent(
    UsageMessage message,
    UsageEvent event,
    EventKey key,
    CostStatus costStatus,
    long costNanos,
    OptionalLong cacheSavedNanos,
    String priceVersion,
    String priceBook) {

  private static final UsageEventDecoder DECODER = new UsageEventDecoder();

  public EventKey.Name name() {
    return new EventKey.Name(event.orgId(), event.eventId());
  }

  /**
   * Whether a copy with that hash is the same event.
   *
   * @param payloadHash of a row, or of another event of the same id and revision
   */
  public boolean saysTheSameAs(long payloadHash) {
    return event.payloadHash() == payloadHash
        || DECODER.isSameButForTheNotationOfTime(message.value(), message.headers(), payloadHash);
  }

  /**
   * What goes to {@code usage.recorded}: of the user, and at the cost, that were stored with the
   * first copy.
   */
  RecordedUsage toRecorded(StoredEvent row) {
    return new RecordedUsage(
        event.eventId(),
        event.call().withUserId(row.userId()),
        event.requestCount(),
        event.tokens(),
        event.durationMs(),
        event.success(),
        event.conversationId(),
        event.metadata(),
        event.occurredAt(),
        row.costNanos(),
        row.cacheSavedNanos(),
        row.costStatus(),
        row.priceVersion(),
        Optional.of(message.position()));
  }

  /** What the row of this event says once it is stored. */
  StoredEvent toStored() {
    return toStored(event.call().userId());
  }

  /** The same, of a user who was erased. */
  public StoredEvent toStored(String pseudonym) {
    return new StoredEvent(
        message.position(),
        pseudonym,
        event.revision(),
        event.payloadHash(),
        costStatus,
        costNanos,
        cacheSavedNanos,
        priceVersion,
        Map.of());
  }
}
