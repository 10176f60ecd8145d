package io.tokenledger.prices.changes;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.Rates;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry of the book with what its recorder said.
 *
 * @param orgId empty for everyone's
 * @param modelName of an alias, the alias
 * @param recordedBy user id, or the name of the list
 * @param note why; may be empty
 * @param rates of a price; empty where it ends
 * @param target of an alias; empty where it ends
 */
public record RecordedChange(
    Kind kind,
    String id,
    long bookVersion,
    String orgId,
    String provider,
    String modelName,
    Instant effectiveFrom,
    Instant recordedAt,
    String recordedBy,
    String source,
    String note,
    Optional<Rates> rates,
    Optional<ModelName> target) {

  /** What was changed. */
  public enum Kind {
    PRICE,
    ALIAS
  }
}
