package io.tokenledger.prices;

import io.tokenledger.events.ModelName;
import io.tokenledger.pricing.ModelAlias;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An alias that is not recorded yet.
 *
 * @param orgId whose alias it is; empty for everyone's
 * @param provider in lower case
 * @param alias the name that events have
 * @param effectiveFrom to the microsecond, as events are
 * @param recordedBy user id of the caller
 * @param note why; may be empty
 * @param target empty to end the alias
 */
public record AliasDraft(
    String orgId,
    String provider,
    String alias,
    Instant effectiveFrom,
    String recordedBy,
    String note,
    Optional<ModelName> target) {

  public AliasDraft {
    effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
  }

  /** What this becomes as entry {@code bookVersion} of the book. */
  public ModelAlias toAlias(long bookVersion, Instant recordedAt) {
    String owner = orgId.isEmpty() ? "" : orgId + ":";
    return new ModelAlias(
        "alias:" + owner + provider + "/" + alias + "@" + effectiveFrom + "#" + bookVersion,
        bookVersion,
        orgId,
        provider,
        alias,
        effectiveFrom,
        recordedAt.truncatedTo(ChronoUnit.MICROS),
        target);
  }
}
