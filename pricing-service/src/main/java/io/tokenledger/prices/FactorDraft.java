package io.tokenledger.prices;

import io.tokenledger.pricing.FactorScope;
import io.tokenledger.pricing.PriceFactor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A price factor that is not recorded yet.
 *
 * @param orgId never empty
 * @param effectiveFrom to the microsecond, as events are
 * @param recordedBy user id of the caller
 * @param note why; may be empty
 * @param factor empty to end the rule
 */
public record FactorDraft(
    String orgId,
    FactorScope scope,
    Instant effectiveFrom,
    String recordedBy,
    String note,
    Optional<BigDecimal> factor) {

  public FactorDraft {
    effectiveFrom = effectiveFrom.truncatedTo(ChronoUnit.MICROS);
  }

  /** What this becomes as entry {@code bookVersion} of the book. */
  public PriceFactor toFactor(long bookVersion, Instant recordedAt) {
    return new PriceFactor(
        "factor:" + orgId + ":" + scope.label() + "@" + effectiveFrom + "#" + bookVersion,
        bookVersion,
        orgId,
        scope,
        effectiveFrom,
        recordedAt.truncatedTo(ChronoUnit.MICROS),
        factor);
  }
}
